package io.crossline.training.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/** Mirrors an image left to right, and by itself top to bottom. */
final class RandomMirror extends RandomAugmentation {

    private static final long SPREAD = 0xA24BAED4963EE407L;

    private final double probability;

    /** @param probability that an image may be mirrored at all; each way then has one half */
    RandomMirror(double probability, ImageShape shape, long seed) {
        super(shape, seed, SPREAD);
        this.probability = probability;
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        boolean may = random.nextDouble() < probability;
        boolean sideways = may && random.nextBoolean();
        boolean upright = may && random.nextBoolean();
        return mirrored(image, shape(), sideways, upright);
    }

    /** @return the image itself where neither is asked for */
    static byte[] mirrored(byte[] image, ImageShape shape, boolean sideways, boolean upright) {
        if (!sideways && !upright) {
            return image;
        }
        int channels = shape.channels();
        byte[] out = new byte[image.length];
        for (int row = 0; row < shape.height(); row++) {
            int fromRow = upright ? shape.height() - 1 - row : row;
            for (int column = 0; column < shape.width(); column++) {
                int fromColumn = sideways ? shape.width() - 1 - column : column;
                System.arraycopy(image, (fromRow * shape.width() + fromColumn) * channels, out,
                        (row * shape.width() + column) * channels, channels);
            }
        }
        return out;
    }
}
