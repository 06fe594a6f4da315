package io.crossline.networks.inference;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.GeneratorNetworks;

/** Trained generators at work. Safe for use by several threads: they take turns. Close it to free its memory. */
public final class Generators implements AutoCloseable {

    /** Takes over the networks and closes them with itself. */
    public Generators(GeneratorNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used */
    public static Generators load(byte[] archive) {
        throw new UnsupportedOperationException();
    }

    public ImageShape shape() {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives source images the target's look.
     *
     * @param pixels uint8, {@code [N, H, W, C]}, any N from 0; computed in batches of bounded memory
     * @return uint8, {@code [N, H, W, C]}
     * @throws IllegalArgumentException if the length is no multiple of an image's
     */
    public byte[] sourceToTarget(byte[] pixels) {
        throw new UnsupportedOperationException();
    }

    /** Gives target images the source's look; as {@link #sourceToTarget(byte[])}. */
    public byte[] targetToSource(byte[] pixels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
