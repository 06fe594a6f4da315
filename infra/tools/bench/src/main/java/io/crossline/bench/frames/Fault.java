package io.crossline.bench.frames;

import java.util.Arrays;
import java.util.Random;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageShape;

/** What goes wrong with a camera, made from a good frame. */
enum Fault {

    BLACK("nearly black: values 0 to 6", FrameCheck.NO_LIGHT) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return each(good, (value, i) -> random.nextInt(7));
        }
    },
    DARK("a twentieth of the light", FrameCheck.NO_LIGHT) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return each(good, (value, i) -> value / 20);
        }
    },
    WHITE("white", FrameCheck.OVER_EXPOSED) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return each(good, (value, i) -> 255);
        }
    },
    BRIGHT("eight times the light", FrameCheck.OVER_EXPOSED) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return each(good, (value, i) -> 8 * value);
        }
    },
    CUT_GREY("last third grey", FrameCheck.CUT) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return lower(good, 1 / 3.0, shape, i -> (byte) 128);
        }
    },
    CUT_BLACK("lower half 0", FrameCheck.CUT) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return lower(good, 0.5, shape, i -> (byte) 0);
        }
    },
    TORN_HALF("lower half of the frame before", FrameCheck.TORN) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return lower(good, 0.5, shape, i -> before[i]);
        }
    },
    TORN_ANYWHERE("from any row on of the frame before", FrameCheck.TORN) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return lower(good, random.nextDouble(), shape, i -> before[i]);
        }
    },
    TORN_NOISY("the same with one grey value of noise", FrameCheck.TORN) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return lower(good, random.nextDouble(), shape,
                    i -> clipped((before[i] & 0xff) + random.nextInt(3) - 1));
        }
    },
    FROZEN("the same picture again", FrameCheck.FROZEN) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return before;
        }
    },
    FROZEN_NOISY("again, one grey value of noise", FrameCheck.FROZEN) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return each(before, (value, i) -> value + random.nextInt(3) - 1);
        }
    },
    EMPTY("one grey value and noise", FrameCheck.NO_PART) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            double mean = mean(good) + 4 * random.nextGaussian();
            return each(good, (value, i) -> (int) Math.round(mean + 2.5 * random.nextGaussian()));
        }
    },
    SOFT("blurred over a tenth of the side", FrameCheck.OUT_OF_FOCUS) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return Defocus.of(good, shape, 0.1, random);
        }
    },
    SOFTER("blurred over a fifth of the side", FrameCheck.OUT_OF_FOCUS) {
        @Override
        byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random) {
            return Defocus.of(good, shape, 0.2, random);
        }
    };

    private final String words;
    private final FrameCheck check;

    Fault(String words, FrameCheck check) {
        this.words = words;
        this.check = check;
    }

    String words() {
        return words;
    }

    /** The check that is to find it. */
    FrameCheck check() {
        return check;
    }

    /** Whether it lasts for many frames: then the first ones cannot be told from a coincidence. */
    boolean lasts() {
        return check == FrameCheck.FROZEN;
    }

    /**
     * @param good the frame that it would have been, uint8 {@code [H, W, C]}
     * @param before the frame before it
     */
    abstract byte[] spoil(byte[] good, byte[] before, ImageShape shape, Random random);

    @FunctionalInterface
    private interface NewValue {
        int of(int value, int index);
    }

    @FunctionalInterface
    private interface NewByte {
        byte of(int index);
    }

    private static byte[] each(byte[] frame, NewValue value) {
        byte[] changed = new byte[frame.length];
        for (int i = 0; i < frame.length; i++) {
            changed[i] = clipped(value.of(frame[i] & 0xff, i));
        }
        return changed;
    }

    private static byte[] lower(byte[] frame, double share, ImageShape shape, NewByte value) {
        byte[] changed = Arrays.copyOf(frame, frame.length);
        int rows = Math.max(1, Math.min(shape.height() - 1, (int) Math.round(share * shape.height())));
        for (int i = (shape.height() - rows) * shape.width() * shape.channels(); i < frame.length; i++) {
            changed[i] = value.of(i);
        }
        return changed;
    }

    private static double mean(byte[] frame) {
        long sum = 0;
        for (byte value : frame) {
            sum += value & 0xff;
        }
        return (double) sum / frame.length;
    }

    static byte clipped(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
