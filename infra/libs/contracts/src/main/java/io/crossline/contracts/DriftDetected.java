package io.crossline.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line's images are confirmed to differ from those that its serving model was trained on.
 *
 * @param topic with {@code partition} and {@code lastOffset} the record that completed the confirming window
 * @param windowImages images of each window
 * @param windows drifted windows in a row
 * @param pValues by test: {@code features}, {@code classMix}, and each picture statistic
 * @param classMixChanged whether the predicted classes' shares have changed as well
 * @param diagnosis what changed, in words
 */
public record DriftDetected(String line, String modelVersion, String topic, int partition, long lastOffset,
        int windowImages, int windows, Map<String, Double> pValues, boolean classMixChanged, String diagnosis,
        Instant at) {

    public DriftDetected {
        BatchOrigin.requireLineName(line);
        Require.text("modelVersion", modelVersion);
        Require.text("topic", topic);
        Require.that(partition >= 0, "partition", "is " + partition + ", expected 0 or more");
        Require.that(lastOffset >= 0, "lastOffset", "is " + lastOffset + ", expected 0 or more");
        Require.that(windowImages > 0, "windowImages", "is " + windowImages + ", expected 1 or more");
        Require.that(windows > 0, "windows", "is " + windows + ", expected 1 or more");
        pValues = new TreeMap<>(Require.present("pValues", pValues));
        Require.text("diagnosis", diagnosis);
        Require.present("at", at);
    }

    /** The same for the same window and model, however often it is told. */
    public String eventId() {
        return "drift-" + topic + ":" + partition + ":" + lastOffset + ":" + modelVersion;
    }
}
