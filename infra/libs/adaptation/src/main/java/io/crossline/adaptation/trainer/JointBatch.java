package io.crossline.adaptation.trainer;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;

/** A batch of source images and one of target images in one tensor, so that one extraction serves both. */
public final class JointBatch {

    private final ImageEncoder encoder;
    private final INDArray images;
    private final INDArray sourceOneHot;
    private final INDArray lineOneHot;
    private final int half;

    /**
     * @param encoder what the network takes for the images
     * @param half images of each line
     */
    public JointBatch(ArrayPool pool, ImageEncoder encoder, int half, int classes) {
        this.encoder = encoder;
        long[] imageShape = encoder.tensorShape(2 * half);
        this.images = pool.take(imageShape).array(imageShape);
        this.sourceOneHot = pool.take(half, classes).array(half, classes);
        this.lineOneHot = pool.take(2L * half, 2).array(2L * half, 2);
        this.half = half;
        float[] lines = new float[4 * half];
        for (int i = 0; i < 2 * half; i++) {
            lines[2 * i + (i < half ? 0 : 1)] = 1;
        }
        Floats.write(lines, lineOneHot);
    }

    /** What the network takes for the images, {@code [2N, C, H, W]}: source, then target. */
    public INDArray images() {
        return images;
    }

    /** Labels of the source half, {@code [N, K]}. */
    public INDArray sourceOneHot() {
        return sourceOneHot;
    }

    /** Line of each image, {@code [2N, 2]}: source 0, target 1. */
    public INDArray lineOneHot() {
        return lineOneHot;
    }

    /** Images of each line. */
    public int half() {
        return half;
    }

    void fill(LabelledImages source, int[] sourceIndices, UnlabelledImages target, int[] targetIndices,
            Augmentation augmentation, Refinements refinements) {
        UnlabelledImages sourceImages = source.withoutLabels();
        encoder.write(i -> augmentation
                .apply(i < half ? sourceImages.image(sourceIndices[i]) : target.image(targetIndices[i - half])),
                images);
        Floats.write(refinements.smoothed(source.oneHot(sourceIndices), source.classes()), sourceOneHot);
    }
}
