package io.crossline.adaptation.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.UnlabelledBatch;

/**
 * Training images of a line without labels, in memory: all that a trainer may know of a target line. Grows batch by
 * batch; then read only.
 */
public final class UnlabelledImages {

    private final ImageShape shape;
    private final List<byte[]> images = new ArrayList<>();

    public UnlabelledImages(ImageShape shape) {
        this.shape = shape;
    }

    /** Adds the images of a batch from Kafka. */
    public UnlabelledImages add(UnlabelledBatch batch) {
        if (!batch.images().shape().equals(shape)) {
            throw new IllegalArgumentException("images are " + batch.images().shape() + ", expected " + shape);
        }
        return add(batch.images().pixels());
    }

    /** @param pixels uint8, {@code [N, H, W, C]} */
    public UnlabelledImages add(byte[] pixels) {
        int size = shape.bytes();
        if (pixels.length % size != 0) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " bytes, expected a multiple of " + size + " (" + shape + ")");
        }
        for (int from = 0; from < pixels.length; from += size) {
            images.add(Arrays.copyOfRange(pixels, from, from + size));
        }
        return this;
    }

    void addAgain(int index) {
        images.add(images.get(index));
    }

    public ImageShape shape() {
        return shape;
    }

    public int count() {
        return images.size();
    }

    /** Some images in a row, uint8 {@code [N, H, W, C]}; a copy. */
    public byte[] pixels(int from, int length) {
        byte[] pixels = new byte[length * shape.bytes()];
        for (int i = 0; i < length; i++) {
            System.arraycopy(images.get(from + i), 0, pixels, i * shape.bytes(), shape.bytes());
        }
        return pixels;
    }

    /** uint8, {@code [H, W, C]}; not a copy. */
    public byte[] image(int index) {
        return images.get(index);
    }
}
