package io.crossline.evaluation.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import io.crossline.evaluation.drift.ModelRole;
import io.crossline.evaluation.drift.ModelScore;
import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.estimate.AccuracyEstimate;

/** What a model beside the champion said of the images of the window under way. For one thread. */
final class CompanionWindow {

    private final ServingModel model;
    private final List<Observation> images = new ArrayList<>();

    /** @param classes index of the class predicted for each image */
    record Closed(ModelScore score, int[] classes) {}

    CompanionWindow(ServingModel model) {
        this.model = model;
    }

    void add(List<Observation> observations) {
        images.addAll(observations);
    }

    /**
     * Ends the window before the last {@code after} images.
     *
     * @return empty where the model has not predicted all of the window's images
     */
    Optional<Closed> close(int windowImages, int after, ModelRole role,
            BiFunction<ServingModel, List<Observation>, AccuracyEstimate> estimator) {
        int seen = images.size() - after;
        List<Observation> window = seen == windowImages ? List.copyOf(images.subList(0, seen)) : null;
        images.subList(0, Math.max(0, seen)).clear();
        if (window == null) {
            return Optional.empty();
        }
        ModelScore score = new ModelScore(model.manifest().modelVersion(), role, estimator.apply(model, window),
                ModelScore.trueAccuracy(window), ModelScore.trueCounts(window, model.manifest().classNames()));
        return Optional.of(new Closed(score, window.stream().mapToInt(Observation::predictedClass).toArray()));
    }
}
