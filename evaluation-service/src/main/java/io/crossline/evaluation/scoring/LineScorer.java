package io.crossline.evaluation.scoring;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;
import io.crossline.monitoring.metrics.CalibrationError;
import io.crossline.monitoring.metrics.ConfusionMatrix;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.metrics.TradeCounter;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * Scores a classifier on one line's test images, batch by batch, and keeps a sample of them. The line's classes are found among the model's by
 * their names; images of a class that the model does not know are counted, not scored.
 */
final class LineScorer {

    private final Classifier classifier;
    private final ConfusionMatrix confusion;
    private final CalibrationError calibration;
    private final TradeCounter trade;
    private final ImageSample sample;
    private final List<String> classNames;
    private final Map<String, Long> otherClasses = new TreeMap<>();
    private long images;
    private long notFinite;

    /** @param good index of the good class, if there is one */
    LineScorer(Classifier classifier, List<String> classNames, OptionalInt good, int calibrationBins, int sampleSize) {
        this.classifier = classifier;
        this.confusion = new ConfusionMatrix(classNames);
        this.calibration = new CalibrationError(calibrationBins);
        this.trade = new TradeCounter(classNames, good);
        this.sample = new ImageSample(sampleSize, classNames);
        this.classNames = List.copyOf(classNames);
    }

    void add(ImageBatch batch) {
        sample.add(batch);
        int[] known = batch instanceof LabelledBatch labelled ? labelled.labels().among(classNames) : null;
        Predictions predictions = classifier.predict(batch.images().pixels());
        for (int i = 0; i < predictions.count(); i++) {
            if (known != null && known[i] < 0) {
                otherClasses.merge(((LabelledBatch) batch).labels().className(i), 1L, Long::sum);
            } else {
                images++;
            }
            if (!isFinite(predictions.logits()[i]) || !isFinite(predictions.features()[i])) {
                notFinite++;
            } else if (known != null && known[i] >= 0) {
                int actual = known[i];
                int predicted = predictions.label(i);
                confusion.add(actual, predicted);
                calibration.add(predictions.confidence(i), actual == predicted);
                trade.add(actual, predictions.probabilities()[i]);
            }
        }
    }

    LineScore score(String line, Role role) {
        boolean labelled = confusion.images() > 0;
        return new LineScore(line, role, images, confusion.accuracy(), calibration.value(),
                labelled ? confusion.counts() : new long[0][], labelled ? confusion.classScores() : List.of(),
                trade.trade(), otherClasses);
    }

    /** Images for which the network's answer is no number. */
    long notFinite() {
        return notFinite;
    }

    ImageSample sample() {
        return sample;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
