package io.crossline.training.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;

/**
 * Maps a batch's labels, which index the batch's own class names, to the job's classes by their names. Images of classes that
 * the job does not know are left out.
 */
final class LabelMapping {

    private final List<String> classNames;

    LabelMapping(List<String> classNames) {
        this.classNames = List.copyOf(classNames);
    }

    /**
     * The usable images of a batch.
     *
     * @param pixels uint8, {@code [N, H, W, C]}
     * @param labels indices into the job's class names, one an image
     * @param unknown names of the classes that the job does not know, one an image left out
     */
    record Mapped(byte[] pixels, int[] labels, List<String> unknown) {}

    Mapped map(LabelledBatch batch) {
        ImageShape shape = batch.images().shape();
        int[] known = batch.labels().among(classNames);
        List<String> unknown = new ArrayList<>();
        byte[] pixels = new byte[batch.images().pixels().length];
        int[] labels = new int[known.length];
        int kept = 0;
        for (int i = 0; i < known.length; i++) {
            if (known[i] < 0) {
                unknown.add(batch.labels().className(i));
            } else {
                System.arraycopy(batch.images().pixels(), i * shape.bytes(), pixels, kept * shape.bytes(),
                        shape.bytes());
                labels[kept++] = known[i];
            }
        }
        return new Mapped(Arrays.copyOf(pixels, kept * shape.bytes()), Arrays.copyOf(labels, kept),
                unknown);
    }
}
