package io.crossline.monitoring.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import io.crossline.contracts.ImageShape;

/** Looks that differ in one thing. An estimate that is right about some families can be wrong about another. */
public enum LookFamily {

    PLACE, TURN, BLUR, CONTRAST, BRIGHTNESS, GAMMA, NOISE,
    /** A square of one tone, up to a third of the shorter side wide, hides a part of each picture. */
    OCCLUSION;

    private static final double WIDEST = 0.35;

    /**
     * @param pixels uint8, {@code [N, H, W, C]}
     * @param strength above 0 to 1: the most is as much as {@link ChangedLook#random} changes at most
     * @return uint8, {@code [N, H, W, C]}
     */
    public byte[] apply(byte[] pixels, ImageShape shape, double strength, Random random) {
        return this == OCCLUSION
                ? occluded(pixels, shape, strength, random)
                : look(strength, random).apply(pixels, shape, random);
    }

    private ChangedLook look(double strength, Random random) {
        double most = random.nextBoolean() ? strength : -strength;
        double less = strength * (2 * random.nextDouble() - 1);
        return switch (this) {
            case PLACE -> new ChangedLook(0.06 * most, 0.06 * less, 0, 1, 0, 1, 0, 1, 0);
            case TURN -> new ChangedLook(0, 0, 8 * most, Math.exp(0.08 * less), 0, 1, 0, 1, 0);
            case BLUR -> new ChangedLook(0, 0, 0, 1, 0.045 * strength, 1, 0, 1, 0);
            case CONTRAST -> new ChangedLook(0, 0, 0, 1, 0, Math.exp(0.45 * most), 0, 1, 0);
            case BRIGHTNESS -> new ChangedLook(0, 0, 0, 1, 0, 1, 0.15 * most, 1, 0);
            case GAMMA -> new ChangedLook(0, 0, 0, 1, 0, 1, 0, Math.exp(0.5 * most), 0);
            case NOISE -> new ChangedLook(0, 0, 0, 1, 0, 1, 0, 1, 0.06 * strength);
            case OCCLUSION -> ChangedLook.NONE;
        };
    }

    private static byte[] occluded(byte[] pixels, ImageShape shape, double strength, Random random) {
        byte[] changed = pixels.clone();
        int side = (int) Math.max(1,
                Math.round(WIDEST * Math.sqrt(strength) * Math.min(shape.height(), shape.width())));
        for (int image = 0; image < pixels.length; image += shape.bytes()) {
            int left = random.nextInt(shape.width() - side + 1);
            int top = random.nextInt(shape.height() - side + 1);
            byte tone = (byte) random.nextInt(256);
            for (int y = top; y < top + side; y++) {
                int from = image + (y * shape.width() + left) * shape.channels();
                Arrays.fill(changed, from, from + side * shape.channels(), tone);
            }
        }
        return changed;
    }

    /** As people and JSON read it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
