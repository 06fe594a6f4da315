package io.crossline.adaptation.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.image.Mirror;

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
        return Mirror.of(sideways, upright).apply(image, shape());
    }
}
