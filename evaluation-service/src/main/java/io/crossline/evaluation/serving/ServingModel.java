package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.drift.Observation;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/** A loaded classifier with what is known of it. */
public record ServingModel(ModelManifest manifest, Classifier classifier) {

    /** @throws InvalidFieldException if the batch's images have another shape than the model takes */
    public BatchPrediction predict(SelectedBatch<? extends ImageBatch> selected) {
        ImageBatch batch = selected.batch();
        if (!batch.images().shape().equals(manifest.shape())) {
            throw new InvalidFieldException("shape", "is " + batch.images().shape() + ", " + manifest.modelVersion()
                    + " of line " + batch.line() + " takes " + manifest.shape());
        }
        Predictions predictions = classifier.predict(batch.images().pixels());
        List<Integer> classes = new ArrayList<>(predictions.count());
        List<Double> probabilities = new ArrayList<>(predictions.count());
        for (int i = 0; i < predictions.count(); i++) {
            classes.add(predictions.label(i));
            probabilities.add(Math.min(1, (double) predictions.confidence(i)));
        }
        BatchPredicted event = new BatchPredicted(batch.line(), manifest.modelVersion(), selected.topic(),
                selected.partition(), selected.offset(), manifest.classNames(), classes, probabilities, Instant.now());
        return new BatchPrediction(event, batch.origin(), correct(batch, classes),
                observe(batch.images().pixels(), predictions));
    }

    /**
     * Images as the model and simple statistics see them.
     *
     * @param pixels uint8 {@code [N, H, W, C]}
     */
    List<Observation> observe(byte[] pixels) {
        return observe(pixels, classifier.predict(pixels));
    }

    private List<Observation> observe(byte[] pixels, Predictions predictions) {
        List<Observation> observations = new ArrayList<>(predictions.count());
        for (int i = 0; i < predictions.count(); i++) {
            observations.add(Observation.of(pixels, manifest.shape(), predictions, i));
        }
        return observations;
    }

    /** Right answers by the classes' names; null for a batch without labels. */
    private Integer correct(ImageBatch batch, List<Integer> classes) {
        if (!(batch instanceof LabelledBatch labelled)) {
            return null;
        }
        int correct = 0;
        int[] labels = labelled.labels().values();
        for (int i = 0; i < labels.length; i++) {
            String actual = labelled.labels().classNames().get(labels[i]);
            correct += manifest.classNames().get(classes.get(i)).equals(actual) ? 1 : 0;
        }
        return correct;
    }
}
