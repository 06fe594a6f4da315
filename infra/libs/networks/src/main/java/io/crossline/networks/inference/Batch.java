package io.crossline.networks.inference;

import java.util.ArrayList;
import java.util.List;

import io.crossline.contracts.ImageShape;

/** A run of images computed at once, so that any number of them takes bounded memory. */
record Batch(int first, int count) {

    /** Pixels of 128 images of the seed's size. */
    private static final int MAX_PIXELS = 128 * 28 * 28;

    static List<Batch> split(int images, ImageShape shape) {
        int size = Math.max(1, MAX_PIXELS / (shape.height() * shape.width()));
        List<Batch> batches = new ArrayList<>();
        for (int first = 0; first < images; first += size) {
            batches.add(new Batch(first, Math.min(size, images - first)));
        }
        return batches;
    }

    long[] tensorShape(ImageShape shape) {
        return new long[]{count, shape.channels(), shape.height(), shape.width()};
    }
}
