package io.crossline.evaluation.serving;

import java.util.List;
import java.util.stream.IntStream;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.drift.Observation;

/**
 * A batch's predictions, and how right they are where that is known.
 *
 * @param batchId the same for the same batch, wherever it lies on the topic
 * @param origin of the batch
 * @param observations of the images, in their order
 */
public record BatchPrediction(BatchPredicted event, String batchId, BatchOrigin origin,
        List<Observation> observations) {

    /** Number of right classes, of images that are marked as unknown as well; null for a batch without labels. */
    public Integer correct() {
        return observations.stream().anyMatch(observation -> observation.correct() == null)
                ? null
                : (int) observations.stream().filter(Observation::correct).count();
    }

    /** The same with these marks, an entry an image. */
    public BatchPrediction marked(List<Boolean> marks) {
        return new BatchPrediction(event.marked(marks), batchId, origin, IntStream.range(0, images())
                .mapToObj(image -> observations.get(image).marked(marks.get(image))).toList());
    }

    /** Another model's observations of the same images with the marks of this prediction, so that both are judged on the same ones. */
    List<Observation> marksOn(List<Observation> others) {
        return IntStream.range(0, others.size())
                .mapToObj(image -> others.get(image).marked(event.isUnknown(image))).toList();
    }

    /** Indexes of the images that are marked as unknown. */
    public Integer[] unknownImages() {
        return IntStream.range(0, images()).filter(event::isUnknown).boxed().toArray(Integer[]::new);
    }

    public int images() {
        return event.classes().size();
    }

    /** Mean probability of the predicted classes, 0 to 1. */
    public double meanConfidence() {
        return event.probabilities().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How often each class was predicted, by its index; images that are marked as unknown count for none. */
    public Integer[] classCounts() {
        Integer[] counts = new Integer[event.classNames().size()];
        for (int k = 0; k < counts.length; k++) {
            int index = k;
            counts[k] = (int) IntStream.range(0, images())
                    .filter(image -> !event.isUnknown(image) && event.classes().get(image) == index).count();
        }
        return counts;
    }
}
