package io.crossline.evaluation.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.crossline.monitoring.drift.ModelRole;
import io.crossline.monitoring.drift.ModelScore;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/** What a model beside the champion said of the images of the window under way. For one thread. */
final class CompanionWindow {

    private final ServingModel model;
    private final List<Observation> images = new ArrayList<>();

    /**
     * What the model said of the images of a whole window.
     *
     * @param images its observations, in the window's order
     */
    record Closed(ServingModel model, ModelRole role, List<Observation> images) {

        ModelScore score(AccuracyEstimate estimate) {
            return new ModelScore(model.manifest().modelVersion(), role, estimate, ModelScore.trueAccuracy(images),
                    ModelScore.trueCounts(images, model.manifest().classNames()));
        }

        /** Index of the class predicted for each image. */
        int[] classes() {
            return images.stream().mapToInt(Observation::predictedClass).toArray();
        }
    }

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
    Optional<Closed> close(int windowImages, int after, ModelRole role) {
        int seen = images.size() - after;
        List<Observation> window = seen == windowImages ? List.copyOf(images.subList(0, seen)) : null;
        images.subList(0, Math.max(0, seen)).clear();
        return window == null ? Optional.empty() : Optional.of(new Closed(model, role, window));
    }
}
