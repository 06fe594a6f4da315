package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.Window;

/**
 * What a window says of the need for another model: its line has drifted, or the champion is estimated to be right too seldom though
 * no drift is confirmed.
 */
@ApplicationScoped
class Needs {

    private final LineSettings settings;
    private final KnownAccuracies accuracies;
    private final DriftConfig drift;
    private final LoopConfig config;

    Needs(LineSettings settings, KnownAccuracies accuracies, DriftConfig drift, LoopConfig config) {
        this.settings = settings;
        this.accuracies = accuracies;
        this.drift = drift;
        this.config = config;
    }

    /** @param window recorded already */
    Optional<Need> of(Window window) {
        int drifted = window.found().driftedInARow();
        if (drifted >= drift.confirmations()) {
            int images = drifted * window.images();
            return Optional.of(new Need(Cycle.DRIFT, window.found().diagnosis(), images, images));
        }
        // of another mix of classes nothing was measured that its estimate could fall short of
        return window.found().finding().classMixChanged() ? Optional.empty() : shortfall(window);
    }

    private Optional<Need> shortfall(Window window) {
        OptionalDouble measured = accuracies.measured(window.modelVersion());
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        List<Double> estimates = accuracies.estimates(window.line(), window.modelVersion(), drift.confirmations());
        return Shortfall.of(estimates, drift.confirmations(), measured.getAsDouble())
                .filter(shortfall -> shortfall.loss() > settings.of(window.line()).acceptedLoss())
                .map(shortfall -> new Need(Cycle.ESTIMATE, shortfall.reason(), config.maxImages(),
                        window.found().window() * window.images()));
    }
}
