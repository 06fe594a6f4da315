package io.crossline.bench.accuracy;

import java.util.OptionalInt;

import io.crossline.evaluation.metrics.InspectionFigures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * A line's test images.
 *
 * @param pixels uint8, {@code [N, H, W, C]}
 * @param labels index of each image's class
 */
public record TestImages(byte[] pixels, int[] labels) {

    /**
     * The networks stay open.
     *
     * @param good index of the good class, if there is one
     */
    TestScore score(ClassifierNetworks networks, OptionalInt good) {
        Predictions predictions;
        try (Classifier classifier = new Classifier(networks.copy())) {
            predictions = classifier.predict(pixels);
        }
        long[][] counts = new long[networks.classes()][networks.classes()];
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predictions.label(i)]++;
            right += predictions.label(i) == labels[i] ? 1 : 0;
        }
        return new TestScore((double) right / labels.length, InspectionFigures.of(counts, good));
    }
}
