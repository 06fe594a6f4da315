package io.crossline.adaptation.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/**
 * Lets dark and bright change places: a scratch that is bright in one light is dark in another, as between bright-field and dark-field
 * illumination.
 */
final class RandomPolarity extends RandomAugmentation {

    private static final long SPREAD = 0x9FB21C651E98DF25L;

    private final double probability;

    RandomPolarity(double probability, ImageShape shape, long seed) {
        super(shape, seed, SPREAD);
        this.probability = probability;
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        if (random.nextDouble() >= probability) {
            return image;
        }
        byte[] out = new byte[image.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (255 - (image[i] & 0xff));
        }
        return out;
    }
}
