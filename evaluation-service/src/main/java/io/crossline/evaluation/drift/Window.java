package io.crossline.evaluation.drift;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.DriftDetected;

/**
 * A finding with the line, the model and the record that it belongs to.
 *
 * @param topic with {@code partition} and {@code lastOffset} the record that completed the window
 */
public record Window(String line, String modelVersion, String topic, int partition, long lastOffset, int images,
        DriftFinding found, Instant at) {

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
