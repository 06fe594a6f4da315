package io.crossline.local.demo.drift;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A window of the line's images as the evaluation service scored it.
 *
 * @param modelVersion the model that served the line
 * @param lastOffset with {@code topic} and {@code partition} the record that completed the window
 * @param drifted whether the images differ from those that the model was trained on
 * @param confirmed whether this window confirmed a drift
 * @param estimate of the serving model's accuracy, or null
 * @param trueAccuracy of the serving model, or null
 * @param scores of every model that predicted the window
 */
record LoopWindow(String modelVersion, String topic, int partition, long lastOffset, boolean drifted,
        boolean confirmed, boolean classMixChanged, String diagnosis, Estimate estimate, Double trueAccuracy,
        Instant at, List<Score> scores) {

    LoopWindow {
        scores = scores == null ? List.of() : List.copyOf(scores);
    }

    /** Accuracy without labels, with its 95 % interval, 0 to 1. */
    record Estimate(Double accuracy, Double low, Double high) {}

    /**
     * @param role champion, shadow, previous or compared
     * @param trueCounts images by the names of the actual and of the served class; empty where none was labelled
     */
    record Score(String modelVersion, String role, Estimate estimate, Double trueAccuracy,
            Map<String, Map<String, Integer>> trueCounts) {

        Score {
            trueCounts = trueCounts == null ? Map.of() : Map.copyOf(trueCounts);
        }
    }

    /** A model's score, in whatever role it was there. */
    Optional<Score> score(String model) {
        Optional<Score> found = scores.stream().filter(score -> score.modelVersion().equals(model)).findFirst();
        return found.isEmpty() && modelVersion.equals(model)
                ? Optional.of(new Score(modelVersion, "champion", estimate, trueAccuracy, Map.of()))
                : found;
    }
}
