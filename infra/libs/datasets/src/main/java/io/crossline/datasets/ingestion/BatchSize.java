package io.crossline.datasets.ingestion;

import io.crossline.contracts.ImageShape;

/** Batches of large images are smaller, so that a record stays easy to carry. */
public final class BatchSize {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private BatchSize() {}

    /** The number of images asked for, or as many as 8 MiB hold, whichever is less; at least one. */
    public static int most(int asked, ImageShape shape) {
        return Math.max(1, Math.min(asked, MAX_BYTES / shape.bytes()));
    }
}
