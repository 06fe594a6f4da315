package io.crossline.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.Split;

/**
 * Small images of four easily learnt classes as two lines see them: the source line bright and sharp, the target line
 * darker, shifted and blurred. Fully determined by split and seed; uint8 0..255, 28x28x1, classes in turn.
 */
public final class TwoLineImages {

    public static final String SOURCE_LINE = "fixture-source";
    public static final String TARGET_LINE = "fixture-target";
    public static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    public static final List<String> CLASS_NAMES = List.of("horizontal", "vertical", "ring", "blob");

    private static final Instant CAPTURED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SIDE = 28;

    private TwoLineImages() {}

    /** Images of the source line in batches of at most {@code batchSize}, dataset {@code fixture-SEED}. */
    public static List<LabelledBatch> source(Split split, int count, int batchSize, long seed) {
        return batches(SOURCE_LINE, split, count, batchSize, seed, false);
    }

    /** Other images of the same classes, as the target line sees them; a trainer gets them through withoutLabels(). */
    public static List<LabelledBatch> target(Split split, int count, int batchSize, long seed) {
        return batches(TARGET_LINE, split, count, batchSize, seed + 1, true);
    }

    private static List<LabelledBatch> batches(String line, Split split, int count, int batchSize, long seed,
            boolean asTarget) {
        Random random = new Random(31 * seed + split.ordinal());
        List<LabelledBatch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += batchSize) {
            int size = Math.min(batchSize, count - from);
            byte[] pixels = new byte[size * SHAPE.bytes()];
            int[] labels = new int[size];
            for (int i = 0; i < size; i++) {
                labels[i] = (from + i) % CLASS_NAMES.size();
                double[] image = draw(labels[i], random);
                write(asTarget ? throughTargetCamera(image) : image, random, pixels, i * SHAPE.bytes());
            }
            batches.add(
                    new LabelledBatch(new BatchOrigin(line, "fixture-" + seed, split, CAPTURED_AT.plusSeconds(from)),
                            new Images(SHAPE, size, pixels), new Labels(CLASS_NAMES, labels)));
        }
        return List.copyOf(batches);
    }

    /** One part in [0, 1], its place, size and brightness drawn at random. */
    private static double[] draw(int label, Random random) {
        double centreX = 13.5 + 5 * (random.nextDouble() - 0.5);
        double centreY = 13.5 + 5 * (random.nextDouble() - 0.5);
        double size = 6 + 3 * random.nextDouble();
        double brightness = 0.75 + 0.25 * random.nextDouble();
        double[] image = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (covers(label, x - centreX, y - centreY, size)) {
                    image[y * SIDE + x] = brightness;
                }
            }
        }
        return image;
    }

    private static boolean covers(int label, double x, double y, double size) {
        double radius = Math.hypot(x, y);
        return switch (label) {
            case 0 -> Math.abs(y) < 2 && Math.abs(x) < size;
            case 1 -> Math.abs(x) < 2 && Math.abs(y) < size;
            case 2 -> radius < size && radius > size - 2.5;
            default -> radius < size * 0.75;
        };
    }

    /** Three pixels to the right, two down, blurred over 3x3 pixels, at 0.55 of the light over a grey background. */
    private static double[] throughTargetCamera(double[] image) {
        double[] seen = new double[image.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += at(image, x - 3 + dx, y - 2 + dy);
                    }
                }
                seen[y * SIDE + x] = 0.15 + 0.55 * sum / 9;
            }
        }
        return seen;
    }

    private static double at(double[] image, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x];
    }

    private static void write(double[] image, Random random, byte[] pixels, int offset) {
        for (int i = 0; i < image.length; i++) {
            double value = image[i] + 0.03 * random.nextGaussian();
            pixels[offset + i] = (byte) Math.round(255 * Math.min(1, Math.max(0, value)));
        }
    }
}
