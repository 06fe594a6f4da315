package io.crossline.evaluation.loop;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.crossline.monitoring.metrics.Costs;

/**
 * How much worse than where it was measured a model is estimated to be, in each of its newest windows: the best of these counts, for one
 * window's images may be hard by chance.
 *
 * @param loss of accuracy, or of cost as a share of the dearer error's; below 0 for a gain
 * @param reason one sentence for people
 */
record Shortfall(double loss, String reason) {

    /**
     * @param estimates accuracies in the newest windows, 0 to 1
     * @param windows that have to be known
     * @param measured accuracy on the labelled test images of the source line, 0 to 1
     * @return empty where fewer are
     */
    static Optional<Shortfall> of(List<Double> estimates, int windows, double measured) {
        if (estimates.size() < windows) {
            return Optional.empty();
        }
        double best = Collections.max(estimates.subList(0, windows));
        return Optional.of(new Shortfall(measured - best,
                "right on at most %.0f %% of the images, as estimated, after %.0f %% where it was measured"
                        .formatted(100 * best, 100 * measured)));
    }

    /**
     * @param estimates cost of an answer in the newest windows
     * @param measured the same on the labelled test images of the source line
     */
    static Optional<Shortfall> ofCosts(List<Double> estimates, int windows, double measured, Costs costs) {
        if (estimates.size() < windows) {
            return Optional.empty();
        }
        double best = Collections.min(estimates.subList(0, windows));
        return Optional.of(new Shortfall((best - measured) / Math.max(costs.escape(), costs.overkill()),
                String.format(Locale.ROOT,
                        "an answer costs at least %.3f, as estimated, after %.3f where it was measured",
                        best, measured)));
    }
}
