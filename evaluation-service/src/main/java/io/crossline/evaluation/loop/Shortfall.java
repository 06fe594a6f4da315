package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;

/**
 * How much less often than where it was measured a model is estimated to be right, in each of its newest windows.
 *
 * @param estimated highest of the newest windows' estimates, 0 to 1: one window's images may be hard by chance
 * @param measured accuracy on the labelled test images of the source line, 0 to 1
 */
record Shortfall(double estimated, double measured) {

    /**
     * @param estimates of the newest windows
     * @param windows that have to be known
     * @return empty where fewer are
     */
    static Optional<Shortfall> of(List<Double> estimates, int windows, double measured) {
        return estimates.size() < windows
                ? Optional.empty()
                : Optional.of(new Shortfall(
                        estimates.stream().limit(windows).mapToDouble(Double::doubleValue).max().orElseThrow(),
                        measured));
    }

    /** Accuracy lost in the best of the windows; below 0 for a gain. */
    double loss() {
        return measured - estimated;
    }

    /** One sentence for people. */
    String reason() {
        return "right on at most %.0f %% of the images, as estimated, after %.0f %% where it was measured"
                .formatted(100 * estimated, 100 * measured);
    }
}
