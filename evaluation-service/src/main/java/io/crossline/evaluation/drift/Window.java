package io.crossline.evaluation.drift;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.crossline.contracts.DriftDetected;
import io.crossline.evaluation.estimate.AccuracyEstimate;

/**
 * A finding with the line, the model and the record that it belongs to.
 *
 * @param topic with {@code partition} and {@code lastOffset} the record that completed the window
 * @param estimate of the model's accuracy on the window, or null where the model has no labelled images to go by
 */
public record Window(String line, String modelVersion, String topic, int partition, long lastOffset, int images,
        DriftFinding found, AccuracyEstimate estimate, Instant at) {

    /** Share of right answers among the images whose label is known; null where none is. */
    public Double trueAccuracy() {
        List<Boolean> known = found.images().stream().map(Observation::correct).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : (double) known.stream().filter(right -> right).count() / known.size();
    }

    /** P-values by the test's name. */
    public Map<String, Double> pValues() {
        Map<String, Double> values = new TreeMap<>();
        values.put("features", found.finding().featuresP());
        values.put("classMix", found.finding().classMixP());
        found.finding().statisticsP().forEach((statistic, p) -> values.put(statistic.id(), p));
        return values;
    }

    public DriftDetected event() {
        return new DriftDetected(line, modelVersion, topic, partition, lastOffset, images, found.driftedInARow(),
                pValues(), found.finding().classMixChanged(), found.diagnosis(), at);
    }
}
