package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.List;

import io.crossline.bench.accuracy.TestImages;
import io.crossline.monitoring.drift.Observation;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * A model that serves a simulated line.
 *
 * @param name such as {@code "source"}
 * @param trainedAt how far the line was on its way from clean to worn when the model learnt its images, 0 to 1
 * @param trained what it learnt of the line, in the line's order
 */
record ServedModel(String name, double trainedAt, Classifier classifier, TestImages trained) {

    /** Images as the model sees them; whether it is right comes from the labels. */
    List<Observation> observe(TestImages images) {
        Predictions predictions = classifier.predict(images.pixels());
        List<Observation> observations = new ArrayList<>(predictions.count());
        for (int i = 0; i < predictions.count(); i++) {
            observations.add(Observation.of(images.pixels(), SimulatedImages.SHAPE, predictions, i,
                    predictions.label(i) == images.labels()[i], null));
        }
        return observations;
    }
}
