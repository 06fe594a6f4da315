package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;

/**
 * How much less often than where it was measured a model is estimated to be right.
 *
 * @param estimated mean of the newest windows' estimates, 0 to 1
 * @param measured accuracy on the labelled test images of the source line, 0 to 1
 */
record Shortfall(double estimated, double measured) {

    /**
     * @param estimates of the newest windows
     * @param windows that have to be known: one window's images may be hard by chance
     * @return empty where fewer are
     */
    static Optional<Shortfall> of(List<Double> estimates, int windows, double measured) {
        return estimates.size() < windows
                ? Optional.empty()
                : Optional.of(new Shortfall(
                        estimates.stream().limit(windows).mapToDouble(Double::doubleValue).average().orElseThrow(),
                        measured));
    }

    /** Accuracy lost; below 0 for a gain. */
    double loss() {
        return measured - estimated;
    }

    /** One sentence for people. */
    String reason() {
        return "right on about %.0f %% of the images, as estimated, after %.0f %% where it was measured"
                .formatted(100 * estimated, 100 * measured);
    }
}
