package io.crossline.bench.accuracy;

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

    /** Share of right answers, 0 to 1. The networks stay open. */
    public double accuracy(ClassifierNetworks networks) {
        Predictions predictions;
        try (Classifier classifier = new Classifier(networks.copy())) {
            predictions = classifier.predict(pixels);
        }
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions.label(i) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
