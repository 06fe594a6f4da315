package io.crossline.adaptation.trainer;

import java.util.ArrayList;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;

/**
 * Training images with a class each, in memory: of a source line, or the few of a target line that people labelled. Grows
 * batch by batch; then read only.
 */
public final class LabelledImages {

    private final UnlabelledImages images;
    private final int classes;
    private final List<Integer> labels = new ArrayList<>();

    /** @param classes number of classes, at least 2 */
    public LabelledImages(ImageShape shape, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("A classifier needs at least 2 classes, there are " + classes);
        }
        this.images = new UnlabelledImages(shape);
        this.classes = classes;
    }

    /** Adds the images and labels of a batch from Kafka. */
    public LabelledImages add(LabelledBatch batch) {
        return add(batch.images().pixels(), batch.labels().values());
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}
     * @param classIndices one a picture, 0 to classes - 1
     */
    public LabelledImages add(byte[] pixels, int[] classIndices) {
        long expected = (long) classIndices.length * shape().bytes();
        if (pixels.length != expected) {
            throw new IllegalArgumentException("pixels has " + pixels.length + " bytes, expected " + expected + " ("
                    + classIndices.length + " labels, images of " + shape() + ")");
        }
        for (int label : classIndices) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("label is " + label + ", expected 0 to " + (classes - 1));
            }
        }
        images.add(pixels);
        for (int label : classIndices) {
            labels.add(label);
        }
        return this;
    }

    /** Adds one of the images once more, with its label; its pixels are shared. */
    public void addAgain(int index) {
        images.addAgain(index);
        labels.add(label(index));
    }

    /** No images, of the same shape and classes. */
    public LabelledImages none() {
        return new LabelledImages(shape(), classes);
    }

    public ImageShape shape() {
        return images.shape();
    }

    public int classes() {
        return classes;
    }

    public int count() {
        return images.count();
    }

    public int label(int index) {
        return labels.get(index);
    }

    /** The class of each image. */
    public int[] labels() {
        return labels.stream().mapToInt(label -> label).toArray();
    }

    /** Images of each class, {@code [K]}. */
    public int[] counts() {
        int[] counts = new int[classes];
        labels.forEach(label -> counts[label]++);
        return counts;
    }

    /** Labels of some images as {@code [N, K]} in C order, 1 at each image's class. */
    public float[] oneHot(int[] indices) {
        float[] values = new float[indices.length * classes];
        for (int i = 0; i < indices.length; i++) {
            values[i * classes + label(indices[i])] = 1;
        }
        return values;
    }

    /** The same images, shared, without their labels. */
    public UnlabelledImages withoutLabels() {
        return images;
    }
}
