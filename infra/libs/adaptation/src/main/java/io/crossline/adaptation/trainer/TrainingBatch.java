package io.crossline.adaptation.trainer;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;

/** Native memory for one batch, filled anew at each step. */
public final class TrainingBatch {

    private final ImageEncoder encoder;
    private final INDArray images;
    private final INDArray oneHot;

    /**
     * @param encoder what the network takes for the images
     * @param count images of the batch; labels of {@code classes} classes, 0 for none
     */
    public TrainingBatch(ArrayPool pool, ImageEncoder encoder, int count, int classes) {
        this.encoder = encoder;
        long[] imageShape = encoder.tensorShape(count);
        Block imageBlock = pool.take(imageShape);
        this.images = imageBlock.array(imageShape);
        this.oneHot = classes == 0 ? null : pool.take(count, classes).array(count, classes);
    }

    /** What the network takes for the images, {@code [N, C, H, W]}. */
    public INDArray images() {
        return images;
    }

    /** The labels {@code [N, K]}, 1 at each image's class. */
    public INDArray oneHot() {
        return oneHot;
    }

    public void fill(UnlabelledImages from, int[] indices, Augmentation augmentation) {
        encoder.write(i -> augmentation.apply(from.image(indices[i])), images);
    }

    /** @param refinements say how labels are smoothed */
    public void fill(LabelledImages from, int[] indices, Augmentation augmentation, Refinements refinements) {
        fill(from.withoutLabels(), indices, from.oneHot(indices), augmentation, refinements);
    }

    /**
     * As {@link #fill(LabelledImages, int[], Augmentation, Refinements)}, for images whose labels are found during the
     * training.
     *
     * @param labels {@code [N, K]} in C order
     */
    public void fill(UnlabelledImages from, int[] indices, float[] labels, Augmentation augmentation,
            Refinements refinements) {
        fill(from, indices, augmentation);
        Floats.write(refinements.smoothed(labels, Math.toIntExact(oneHot.size(1))), oneHot);
    }
}
