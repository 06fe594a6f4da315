package io.crossline.training.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.UnlabelledBatch;

/**
 * Finds the images that people labelled among a target's batches. The batches come without labels: all that gets in is the class
 * that was given.
 */
final class GivenImages {

    /** Where an image lies in Kafka. */
    private record Place(BatchPosition batch, int image) {

        static Place of(GivenLabel label) {
            return new Place(new BatchPosition(label.topic(), label.partition(), label.offset()), label.image());
        }
    }

    private final Map<Place, GivenLabel> wanted = new LinkedHashMap<>();
    private final Map<BatchPosition, Integer> batches = new HashMap<>();
    private final Map<Place, byte[]> found = new HashMap<>();

    /** @throws UnusableDataException if one image was given two classes */
    GivenImages(List<GivenLabel> labels) {
        for (GivenLabel label : labels) {
            GivenLabel before = wanted.putIfAbsent(Place.of(label), label);
            if (before != null && !before.className().equals(label.className())) {
                throw new UnusableDataException("The target labels give " + name(label) + " the class '"
                        + before.className() + "' and '" + label.className() + "', expected one");
            }
        }
    }

    void take(SelectedBatch<UnlabelledBatch> selected) {
        BatchPosition position = BatchPosition.of(selected);
        int bytes = selected.batch().images().shape().bytes();
        batches.put(position, selected.batch().images().count());
        wanted.keySet().stream().filter(place -> place.batch().equals(position))
                .filter(place -> place.image() < selected.batch().images().count())
                .forEach(place -> found.put(place, Arrays.copyOfRange(selected.batch().images().pixels(),
                        place.image() * bytes, (place.image() + 1) * bytes)));
    }

    /** The labels whose images were found, in the order in which they were given. */
    List<GivenLabel> used() {
        return wanted.keySet().stream().filter(found::containsKey).map(wanted::get).toList();
    }

    /** The labels whose images were not. */
    List<GivenLabel> missing() {
        return wanted.keySet().stream().filter(place -> !found.containsKey(place)).map(wanted::get).toList();
    }

    /**
     * The labels whose records retention has deleted, while others are left.
     *
     * @param firstLeft first offset that is left of each of the selection's partitions
     * @throws UnusableDataException if an image is missing whose record is left, or if no image is left
     */
    List<GivenLabel> lost(Map<TopicPartition, Long> firstLeft) {
        for (GivenLabel label : missing()) {
            if (label.offset() >= firstLeft.getOrDefault(new TopicPartition(label.topic(), label.partition()), 0L)) {
                throw new UnusableDataException("The target label '" + label.className() + "' of " + name(label)
                        + " fits no image: " + why(label));
            }
        }
        if (found.isEmpty()) {
            throw new UnusableDataException("None of the records of the " + wanted.size()
                    + " target labels is in Kafka any more. Request the job without them.");
        }
        return missing();
    }

    /** Why an image was not found, as the end of a sentence. */
    private String why(GivenLabel missing) {
        Integer count = batches.get(Place.of(missing).batch());
        return count == null
                ? "the record is not among the usable ones of the target's training images"
                : "its batch has " + count + " images";
    }

    /** The images of {@link #used()} with the classes that were given. */
    LabelledImages images(ImageShape shape, List<String> classNames) {
        LabelledImages images = new LabelledImages(shape, classNames.size());
        used().forEach(label -> images.add(found.get(Place.of(label)),
                new int[]{classNames.indexOf(label.className())}));
        return images;
    }

    private static String name(GivenLabel label) {
        return "image " + label.image() + " of the record " + label.topic() + "-" + label.partition() + "@"
                + label.offset();
    }
}
