package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.DriftConfig;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.metrics.AnswerCosts;

/**
 * What a window says of the need for another model: its line has drifted, or the champion is estimated to be right too seldom though
 * no drift is confirmed. Where people told what errors cost on the line, estimated costs decide in place of estimated accuracies.
 */
@ApplicationScoped
class AdaptationNeeds {

    private final LineSettings settings;
    private final KnownAccuracies accuracies;
    private final ToldAims aims;
    private final DriftConfig drift;
    private final LoopConfig config;

    AdaptationNeeds(LineSettings settings, KnownAccuracies accuracies, ToldAims aims, DriftConfig drift,
            LoopConfig config) {
        this.aims = aims;
        this.settings = settings;
        this.accuracies = accuracies;
        this.drift = drift;
        this.config = config;
    }

    /** @param window recorded already */
    Optional<AdaptationNeed> of(Window window) {
        int drifted = window.found().driftedInARow();
        if (drifted >= drift.confirmations()) {
            int images = drifted * window.images();
            return Optional.of(new AdaptationNeed(Cycle.DRIFT, window.found().diagnosis(), images, images));
        }
        // of another mix of classes nothing was measured that its estimate could fall short of
        return window.found().finding().classMixChanged() ? Optional.empty() : shortfall(window);
    }

    private Optional<AdaptationNeed> shortfall(Window window) {
        Optional<AnswerCosts> costs = aims.of(window.line()).answerCosts(window.classNames());
        return (costs.isPresent() ? costShortfall(window, costs.get()) : accuracyShortfall(window))
                .filter(shortfall -> shortfall.loss() > settings.of(window.line()).acceptedLoss())
                .map(shortfall -> new AdaptationNeed(Cycle.ESTIMATE, shortfall.reason(), config.maxImages(),
                        window.found().window() * window.images()));
    }

    private Optional<Shortfall> costShortfall(Window window, AnswerCosts costs) {
        OptionalDouble measured = accuracies.measuredCost(window.modelVersion(), costs);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        List<Double> estimates = accuracies.estimatedCosts(window.line(), window.modelVersion(), drift.confirmations());
        return Shortfall.ofCosts(estimates, drift.confirmations(), measured.getAsDouble(), costs.costs());
    }

    private Optional<Shortfall> accuracyShortfall(Window window) {
        OptionalDouble measured = accuracies.measured(window.modelVersion());
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        List<Double> estimates = accuracies.estimates(window.line(), window.modelVersion(), drift.confirmations());
        return Shortfall.of(estimates, drift.confirmations(), measured.getAsDouble());
    }
}
