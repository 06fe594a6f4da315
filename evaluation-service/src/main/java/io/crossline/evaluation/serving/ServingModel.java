package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.monitoring.drift.Observation;
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

    /**
     * Predicts the usable images of a batch.
     *
     * @throws InvalidFieldException if the batch's images have another shape than the model takes
     */
    public BatchPrediction predict(InspectedBatch inspected) {
        ImageBatch batch = inspected.batch();
        if (!batch.images().shape().equals(manifest.shape())) {
            throw new InvalidFieldException("shape", "is " + batch.images().shape() + ", " + manifest.modelVersion()
                    + " of line " + batch.line() + " takes " + manifest.shape());
        }
        Integer[] classes = new Integer[batch.images().count()];
        Double[] probabilities = new Double[classes.length];
        Arrays.fill(classes, 0);
        Arrays.fill(probabilities, 0.0);
        List<Observation> observations = List.of();
        if (inspected.isAnyUsable()) {
            ImageBatch usable = inspected.usable();
            Predictions predictions = answers(usable.images().pixels());
            int[] images = inspected.usableImages();
            for (int i = 0; i < images.length; i++) {
                classes[images[i]] = predictions.label(i);
                probabilities[images[i]] = Math.min(1, (double) predictions.confidence(i));
            }
            observations = placed(inspected, observe(usable, predictions));
        }
        SelectedBatch<ImageBatch> selected = inspected.selected();
        BatchPredicted event = new BatchPredicted(batch.line(), manifest.modelVersion(), selected.topic(),
                selected.partition(), selected.offset(), manifest.classNames(), List.of(classes),
                List.of(probabilities), Instant.now())
                .showing(batch.images().parts()).unusable(inspected.reasons());
        return new BatchPrediction(event, batch.id(), batch.origin(), observations);
    }

    private static List<Observation> placed(InspectedBatch batch, List<Observation> usable) {
        int[] images = batch.usableImages();
        return IntStream.range(0, images.length).mapToObj(i -> usable.get(i).at(batch.place(images[i]))).toList();
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
