package io.crossline.evaluation.serving;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.monitoring.drift.Observation;

/**
 * A batch's predictions, and how right they are where that is known.
 *
 * @param batchId the same for the same batch, wherever it lies on the topic
 * @param origin of the batch
 * @param observations of the usable images, in their order
 */
public record BatchPrediction(BatchPredicted event, String batchId, BatchOrigin origin,
        List<Observation> observations) {

    /** Number of right classes, of images that are marked as unknown as well; null for a batch without labels, and where no image is usable. */
    public Integer correct() {
        return observations.isEmpty() || observations.stream().anyMatch(observation -> observation.correct() == null)
                ? null
                : (int) observations.stream().filter(Observation::correct).count();
    }

    /** The same with these marks, an entry a usable image. */
    public BatchPrediction marked(List<Boolean> marks) {
        Boolean[] all = new Boolean[images()];
        Arrays.fill(all, false);
        int[] usable = usableImages();
        for (int i = 0; i < usable.length; i++) {
            all[usable[i]] = marks.get(i);
        }
        return new BatchPrediction(event.marked(List.of(all)), batchId, origin, IntStream.range(0, usable.length)
                .mapToObj(i -> observations.get(i).marked(marks.get(i))).toList());
    }

    /** Another model's observations of the same images with the marks of this prediction, so that both are judged on the same ones. */
    List<Observation> marksOn(List<Observation> others) {
        int[] usable = usableImages();
        return IntStream.range(0, others.size())
                .mapToObj(i -> others.get(i).marked(event.isUnknown(usable[i]))).toList();
    }

    /** Indexes of the images that are marked as unknown. */
    public Integer[] unknownImages() {
        return IntStream.range(0, images()).filter(event::isUnknown).boxed().toArray(Integer[]::new);
    }

    /** Indexes of the images that are usable frames. */
    private int[] usableImages() {
        return IntStream.range(0, images()).filter(image -> !event.isUnusable(image)).toArray();
    }

    /** How many are no usable frames. */
    public int unusable() {
        return images() - usableImages().length;
    }

    /** All images of the batch. */
    public int images() {
        return event.classes().size();
    }

    /** Mean probability of the usable images' predicted classes, 0 to 1; 0 where there are none. */
    public double meanConfidence() {
        return IntStream.of(usableImages()).mapToDouble(event.probabilities()::get).average().orElse(0);
    }

    /** How often each class was predicted, by its index; images that are marked as unknown or unusable count for none. */
    public Integer[] classCounts() {
        Integer[] counts = new Integer[event.classNames().size()];
        for (int k = 0; k < counts.length; k++) {
            int index = k;
            counts[k] = (int) IntStream.range(0, images())
                    .filter(image -> !event.isUnknown(image) && !event.isUnusable(image)
                            && event.classes().get(image) == index)
                    .count();
        }
        return counts;
    }
}
