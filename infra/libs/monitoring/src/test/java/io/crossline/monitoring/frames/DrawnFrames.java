package io.crossline.monitoring.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;

/** Frames of a drawn line: discs of any place and brightness on a grey belt with sensor noise; and spoilt ones. */
final class DrawnFrames {

    private static final double NOISE = 2.5;

    private final ImageShape shape;
    private final Random random;

    DrawnFrames(ImageShape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    Images images(List<byte[]> frames) {
        byte[] pixels = new byte[frames.size() * shape.bytes()];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i), 0, pixels, i * shape.bytes(), shape.bytes());
        }
        return new Images(shape, frames.size(), pixels);
    }

    static List<byte[]> of(byte[] frame, int count) {
        return Collections.nCopies(count, frame);
    }

    List<byte[]> good(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(good());
        }
        return frames;
    }

    byte[] good() {
        double x = shape.width() * (0.4 + 0.2 * random.nextDouble());
        double y = shape.height() * (0.4 + 0.2 * random.nextDouble());
        double radius = shape.width() * (0.25 + 0.1 * random.nextDouble());
        double grey = 140 + 80 * random.nextDouble();
        byte[] frame = new byte[shape.bytes()];
        for (int i = 0; i < frame.length; i++) {
            double distance = Math.hypot(i % shape.width() - x, i / shape.width() - y);
            frame[i] = value((distance < radius ? grey : 40) + NOISE * random.nextGaussian());
        }
        return frame;
    }

    /** Bright strokes without noise on black, as digits are. */
    List<byte[]> strokes(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] frame = flat(0);
            double lean = random.nextDouble() - 0.5;
            double at = shape.width() * (0.4 + 0.2 * random.nextDouble());
            boolean hasFoot = random.nextBoolean();
            for (int y = 4; y < 24; y++) {
                for (int x = 4; x < 24; x++) {
                    double off = Math.abs(x - at - lean * (y - 14));
                    if (off < 2) {
                        frame[y * shape.width() + x] = value(255 * Math.min(1, 2 - off));
                    }
                    if (hasFoot && y > 21) {
                        frame[y * shape.width() + x] = value(200);
                    }
                }
            }
            frames.add(frame);
        }
        return frames;
    }

    List<byte[]> empty(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // the belt's light flickers: such frames are not equal
            frames.add(noisy(flat(40 + 4 * (i % 2)), 2, 1).get(0));
        }
        return frames;
    }

    byte[] flat(int value) {
        byte[] frame = new byte[shape.bytes()];
        Arrays.fill(frame, (byte) value);
        return frame;
    }

    List<byte[]> nearlyBlack(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(noisy(flat(3), 3, 1).get(0));
        }
        return frames;
    }

    /** The frame with each pixel changed by at most so many grey values, drawn anew for each copy. */
    List<byte[]> noisy(byte[] frame, int most, int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] copy = frame.clone();
            for (int p = 0; p < copy.length; p++) {
                copy[p] = value((copy[p] & 0xff) + random.nextInt(2 * most + 1) - most);
            }
            frames.add(copy);
        }
        return frames;
    }

    List<byte[]> cut(List<byte[]> frames, int rows, int value) {
        return each(frames, frame -> {
            Arrays.fill(frame, frame.length - rows * shape.width(), frame.length, (byte) value);
            return frame;
        });
    }

    byte[] torn(byte[] frame, byte[] before, int rows) {
        byte[] torn = frame.clone();
        int from = torn.length - rows * shape.width();
        System.arraycopy(before, from, torn, from, torn.length - from);
        return torn;
    }

    List<byte[]> scaled(List<byte[]> frames, double light) {
        return each(frames, frame -> {
            for (int p = 0; p < frame.length; p++) {
                frame[p] = value(light * (frame[p] & 0xff));
            }
            return frame;
        });
    }

    /** Bars of one value at top and bottom. */
    List<byte[]> letterboxed(List<byte[]> frames, int rows, int value) {
        return cut(each(frames, frame -> {
            Arrays.fill(frame, 0, rows * shape.width(), (byte) value);
            return frame;
        }), rows, value);
    }

    /** Means over squares of {@code 2 radius + 1} pixels a side, with the sensor's noise after it. */
    List<byte[]> blurred(List<byte[]> frames, int radius) {
        return each(frames, frame -> {
            byte[] soft = new byte[frame.length];
            for (int p = 0; p < frame.length; p++) {
                soft[p] = value(mean(frame, p % shape.width(), p / shape.width(), radius)
                        + NOISE * random.nextGaussian());
            }
            return soft;
        });
    }

    private double mean(byte[] frame, int x, int y, int radius) {
        double sum = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int row = Math.max(0, Math.min(shape.height() - 1, y + dy));
                int column = Math.max(0, Math.min(shape.width() - 1, x + dx));
                sum += frame[row * shape.width() + column] & 0xff;
            }
        }
        return sum / ((2 * radius + 1) * (2 * radius + 1));
    }

    private static List<byte[]> each(List<byte[]> frames, UnaryOperator<byte[]> change) {
        return frames.stream().map(frame -> change.apply(frame.clone())).toList();
    }

    private static byte value(double value) {
        return (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
}
