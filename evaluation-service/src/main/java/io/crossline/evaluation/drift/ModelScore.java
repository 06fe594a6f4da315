package io.crossline.evaluation.drift;

import java.util.List;
import java.util.Objects;

import io.crossline.evaluation.estimate.AccuracyEstimate;

/**
 * How right one model is about a window's images.
 *
 * @param estimate null where the model has no labelled images to go by
 * @param trueAccuracy counted, 0 to 1; null where the window came without labels
 */
public record ModelScore(String modelVersion, ModelRole role, AccuracyEstimate estimate, Double trueAccuracy) {

    /** Share of right answers among the images that are served with a class and whose label is known; null where none is. */
    public static Double trueAccuracy(List<Observation> images) {
        List<Boolean> known = Observation.classified(images).stream().map(Observation::correct)
                .filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : (double) known.stream().filter(right -> right).count() / known.size();
    }
}
