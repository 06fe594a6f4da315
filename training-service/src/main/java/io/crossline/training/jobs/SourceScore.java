package io.crossline.training.jobs;

import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;
import io.crossline.training.dataset.LabelledSample;

/** Scores a classifier as it stands on test images of the source line. */
final class SourceScore {

    static final String ACCURACY = "sourceAccuracy";

    private final LabelledSample sample;

    SourceScore(LabelledSample sample) {
        this.sample = sample;
    }

    /** The share of right answers, 0 to 1; nothing if there are no test images. The networks stay open. */
    Map<String, Double> of(ClassifierNetworks networks) {
        if (sample.count() == 0) {
            return Map.of();
        }
        Predictions predictions;
        try (Classifier classifier = new Classifier(networks.copy())) {
            predictions = classifier.predict(sample.pixels());
        }
        int right = 0;
        for (int i = 0; i < sample.count(); i++) {
            right += predictions.label(i) == sample.labels()[i] ? 1 : 0;
        }
        return Map.of(ACCURACY, (double) right / sample.count());
    }
}
