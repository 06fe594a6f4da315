package io.crossline.monitoring.drift;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.crossline.monitoring.estimate.AccuracyEstimate;

/**
 * How right one model is about a window's images.
 *
 * @param estimate null where the model has no labelled images to go by
 * @param trueAccuracy counted, 0 to 1; null where the window came without labels
 * @param trueCounts how many of the labelled images of each class were served with each class, by the names of the actual and of the
 *        served class; pairs that did not occur are left out, and so are images that are served as unknown. Empty without labels
 */
public record ModelScore(String modelVersion, ModelRole role, AccuracyEstimate estimate, Double trueAccuracy,
        Map<String, Map<String, Integer>> trueCounts) {

    public ModelScore {
        trueCounts = Map.copyOf(trueCounts);
    }

    /** Share of right answers among the images that are served with a class and whose label is known; null where none is. */
    public static Double trueAccuracy(List<Observation> images) {
        List<Boolean> known = Observation.classified(images).stream().map(Observation::correct)
                .filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : (double) known.stream().filter(right -> right).count() / known.size();
    }

    /** @param classNames of the model that predicted the images */
    public static Map<String, Map<String, Integer>> trueCounts(List<Observation> images, List<String> classNames) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Observation image : Observation.classified(images)) {
            if (image.actualClass() != null) {
                counts.computeIfAbsent(image.actualClass(), name -> new TreeMap<>())
                        .merge(classNames.get(image.predictedClass()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
