package io.crossline.evaluation.drift;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.inference.Predictions;

/**
 * What drift is looked for in: one image as the serving model and as simple statistics see it.
 *
 * @param features the model's, {@code [128]}
 * @param statistics in the order of {@link PictureStatistic}
 * @param predictedClass index of the most probable class
 */
public record Observation(float[] features, double[] statistics, int predictedClass) {

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @param predictions of the same images
     * @param image index of the image
     */
    public static Observation of(byte[] pixels, ImageShape shape, Predictions predictions, int image) {
        return new Observation(predictions.features()[image], new Picture(pixels, image, shape).statistics(),
                predictions.label(image));
    }
}
