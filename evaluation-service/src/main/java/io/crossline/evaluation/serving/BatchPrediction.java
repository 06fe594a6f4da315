package io.crossline.evaluation.serving;

import java.util.List;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.drift.Observation;

/**
 * A batch's predictions, and how right they are where that is known.
 *
 * @param origin of the batch
 * @param observations of the images, in their order
 */
public record BatchPrediction(BatchPredicted event, BatchOrigin origin, List<Observation> observations) {

    /** Number of right answers, or null for a batch without labels. */
    public Integer correct() {
        return observations.stream().anyMatch(observation -> observation.correct() == null)
                ? null
                : (int) observations.stream().filter(Observation::correct).count();
    }

    public int images() {
        return event.classes().size();
    }

    /** Mean probability of the predicted classes, 0 to 1. */
    public double meanConfidence() {
        return event.probabilities().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How often each class was predicted, by its index. */
    public Integer[] classCounts() {
        List<Integer> classes = event.classes();
        Integer[] counts = new Integer[event.classNames().size()];
        for (int k = 0; k < counts.length; k++) {
            int index = k;
            counts[k] = (int) classes.stream().filter(predicted -> predicted == index).count();
        }
        return counts;
    }
}
