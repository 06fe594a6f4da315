package io.crossline.bench.worker;

import java.util.Random;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.bench.row.Row;
import io.crossline.contracts.ImageShape;

/** Noise in the seed's sizes: what a step costs does not depend on what the images show. */
final class RandomImages {

    static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    static final int CLASSES = 10;
    /** An epoch long enough that its end is rare. */
    private static final int COUNT = 64 * Row.BATCH;

    private RandomImages() {}

    /** uint8, {@code [count, 28, 28, 1]} */
    static byte[] pixels(int count, long seed) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    static LabelledImages labelled() {
        return new LabelledImages(SHAPE, CLASSES).add(pixels(COUNT, 1),
                new Random(2).ints(COUNT, 0, CLASSES).toArray());
    }

    static UnlabelledImages unlabelled() {
        return new UnlabelledImages(SHAPE).add(pixels(COUNT, 3));
    }
}
