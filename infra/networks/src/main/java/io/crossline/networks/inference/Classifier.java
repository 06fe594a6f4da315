package io.crossline.networks.inference;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;

/** A trained classifier at work. Safe for use by several threads: they take turns. Close it to free its memory. */
public final class Classifier implements AutoCloseable {

    /** Takes over the networks and closes them with itself. */
    public Classifier(ClassifierNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used */
    public static Classifier load(byte[] archive) {
        throw new UnsupportedOperationException();
    }

    public ImageShape shape() {
        throw new UnsupportedOperationException();
    }

    public int classes() {
        throw new UnsupportedOperationException();
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}, any N from 0; computed in batches of bounded memory
     * @throws IllegalArgumentException if the length is no multiple of an image's
     */
    public Predictions predict(byte[] pixels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
