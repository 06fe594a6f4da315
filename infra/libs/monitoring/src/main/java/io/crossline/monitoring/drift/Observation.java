package io.crossline.monitoring.drift;

import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.inference.Predictions;

/**
 * One image as the serving model and as simple statistics see it: what drift is looked for in.
 *
 * @param features the model's, {@code [128]}
 * @param statistics in the order of {@link PictureStatistic}
 * @param predictedClass index of the most probable class
 * @param confidence its probability, 0 to 1
 * @param correct whether the prediction is right, or null where no label says so
 * @param place in Kafka, or null where it was not kept
 * @param unknown whether it was found unlike all known images of its line: then its class is no more than a guess
 * @param actualClass name of the class that the image's label says, or null where no label says one
 */
public record Observation(float[] features, double[] statistics, int predictedClass, double confidence,
        Boolean correct, ImagePlace place, boolean unknown, String actualClass) {

    /** The record, its place and the headers of its arrays, in bytes. */
    private static final int OBJECTS = 160;

    /** Of an image whose place does not matter. */
    public Observation(float[] features, double[] statistics, int predictedClass, double confidence, Boolean correct) {
        this(features, statistics, predictedClass, confidence, correct, null);
    }

    /** Of an image that is not marked. */
    public Observation(float[] features, double[] statistics, int predictedClass, double confidence, Boolean correct,
            ImagePlace place) {
        this(features, statistics, predictedClass, confidence, correct, place, false, null);
    }

    /** About so many bytes of the heap. */
    public long bytes() {
        return OBJECTS + Float.BYTES * (long) features.length + Double.BYTES * (long) statistics.length;
    }

    /** The same as if there were one class only. */
    Observation ofOneClass() {
        return new Observation(features, statistics, 0, confidence, correct, place, unknown, actualClass);
    }

    /** The same with the image's place. */
    public Observation at(ImagePlace known) {
        return new Observation(features, statistics, predictedClass, confidence, correct, known, unknown, actualClass);
    }

    /** The same with or without a mark. */
    public Observation marked(boolean mark) {
        return new Observation(features, statistics, predictedClass, confidence, correct, place, mark, actualClass);
    }

    /** Those that are not marked: the images that are served with a class. */
    public static List<Observation> classified(List<Observation> images) {
        return images.stream().filter(image -> !image.unknown()).toList();
    }

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @param predictions of the same images
     * @param image index of the image
     * @param correct whether the image's prediction is right, or null
     * @param actualClass name of its class by its label, or null
     */
    public static Observation of(byte[] pixels, ImageShape shape, Predictions predictions, int image,
            Boolean correct, String actualClass) {
        return new Observation(predictions.features()[image], new Picture(pixels, image, shape).statistics(),
                predictions.label(image), Math.min(1, predictions.confidence(image)), correct, null, false,
                actualClass);
    }
}
