package io.crossline.evaluation.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.crossline.monitoring.drift.ModelScore;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/**
 * A window of a line's images beside those that its model was trained on.
 *
 * @param partition with {@code topic} and {@code lastOffset} the record that completed it
 * @param drifted whether it differs, at the configured rate of false alarms
 * @param driftedInARow drifted windows in a row, this one included
 * @param confirmed whether this window confirmed a drift
 * @param pValues by test
 * @param before mean of each picture statistic over the model's training images
 * @param now the same over the window
 * @param estimate of the model's accuracy on the window, or null where the model has no labelled images to go by
 * @param estimatedCost what an answer costs at most, on average; null where nobody told costs, or nothing is estimated
 * @param trueAccuracy counted on the window, or null where it came without labels
 * @param scores of the champion and of the models beside it
 */
public record RecordedWindow(String modelVersion, String topic, int partition, long lastOffset, int images,
        boolean drifted, int driftedInARow, boolean confirmed, boolean classMixChanged, Map<String, Double> pValues,
        Map<String, Double> before, Map<String, Double> now, String diagnosis, AccuracyEstimate estimate,
        Double estimatedCost, Double trueAccuracy, Instant at, List<ModelScore> scores) {}
