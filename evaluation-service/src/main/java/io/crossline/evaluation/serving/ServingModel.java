package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.drift.ImagePlace;
import io.crossline.evaluation.drift.Observation;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * A loaded classifier with what is known of it.
 *
 * @param threshold with which it answers on its line; null where each image's most probable class is the answer
 */
public record ServingModel(ModelManifest manifest, Classifier classifier, GoodThreshold threshold) {

    /** One that answers with the most probable class. */
    public ServingModel(ModelManifest manifest, Classifier classifier) {
        this(manifest, classifier, null);
    }

    ServingModel answeringWith(GoodThreshold limit) {
        return new ServingModel(manifest, classifier, limit);
    }

    /**
     * What the model answers.
     *
     * @param pixels uint8 {@code [N, H, W, C]}
     */
    Predictions answers(byte[] pixels) {
        Predictions predictions = classifier.predict(pixels);
        return threshold == null ? predictions : threshold.apply(predictions);
    }

    /** @throws InvalidFieldException if the batch's images have another shape than the model takes */
    public BatchPrediction predict(SelectedBatch<? extends ImageBatch> selected) {
        ImageBatch batch = selected.batch();
        if (!batch.images().shape().equals(manifest.shape())) {
            throw new InvalidFieldException("shape", "is " + batch.images().shape() + ", " + manifest.modelVersion()
                    + " of line " + batch.line() + " takes " + manifest.shape());
        }
        Predictions predictions = answers(batch.images().pixels());
        List<Integer> classes = new ArrayList<>(predictions.count());
        List<Double> probabilities = new ArrayList<>(predictions.count());
        for (int i = 0; i < predictions.count(); i++) {
            classes.add(predictions.label(i));
            probabilities.add(Math.min(1, (double) predictions.confidence(i)));
        }
        BatchPredicted event = new BatchPredicted(batch.line(), manifest.modelVersion(), selected.topic(),
                selected.partition(), selected.offset(), manifest.classNames(), classes, probabilities, Instant.now())
                .showing(batch.images().parts());
        return new BatchPrediction(event, batch.id(), batch.origin(), placed(selected, observe(batch, predictions)));
    }

    private static List<Observation> placed(SelectedBatch<?> batch, List<Observation> images) {
        return IntStream.range(0, images.size()).mapToObj(image -> images.get(image).at(
                new ImagePlace(batch.topic(), batch.partition(), batch.offset(), image))).toList();
    }

    /**
     * Images as the model and simple statistics see them.
     *
     * @param pixels uint8 {@code [N, H, W, C]}
     */
    List<Observation> observe(byte[] pixels) {
        return observe(pixels, answers(pixels), null);
    }

    /** The same for a batch; what is right is known where it has labels. */
    List<Observation> observe(ImageBatch batch) {
        return observe(batch, answers(batch.images().pixels()));
    }

    private List<Observation> observe(ImageBatch batch, Predictions predictions) {
        return observe(batch.images().pixels(), predictions,
                batch instanceof LabelledBatch labelled ? labelled.labels() : null);
    }

    /** Classes are compared by their names. */
    private List<Observation> observe(byte[] pixels, Predictions predictions, Labels labels) {
        List<Observation> observations = new ArrayList<>(predictions.count());
        for (int i = 0; i < predictions.count(); i++) {
            String actual = labels == null ? null : labels.classNames().get(labels.values()[i]);
            observations.add(Observation.of(pixels, manifest.shape(), predictions, i,
                    actual == null ? null : manifest.classNames().get(predictions.label(i)).equals(actual), actual));
        }
        return observations;
    }
}
