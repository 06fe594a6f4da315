package io.crossline.monitoring.novelty;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.JobRequested;

/**
 * Which images of a data set an adaptation is not to see, since they were served as unknown: a method would take them for one of
 * its classes. Where the line has changed as a whole, many images are marked, and these are what the adaptation is for. So at most a
 * share of all is left out, those with the smallest p-values.
 *
 * @param images left out
 * @param others marked images that are not left out, since too many are marked
 */
public record LeftOut(List<BatchImages> images, int others) {

    private static final Comparator<MarkedImage> RAREST_FIRST = Comparator.comparingDouble(MarkedImage::pValue)
            .thenComparing(Comparator.comparingDouble(MarkedImage::distance).reversed())
            .thenComparing(image -> image.place().topic()).thenComparing(image -> image.place().partition())
            .thenComparing(image -> image.place().offset()).thenComparing(image -> image.place().image());

    /** Record of a batch. */
    private record Batch(String topic, int partition, long offset) {

        private static final Comparator<Batch> ORDER = Comparator.comparing(Batch::topic)
                .thenComparing(Batch::partition).thenComparing(Batch::offset);

        static Batch of(MarkedImage image) {
            return new Batch(image.place().topic(), image.place().partition(), image.place().offset());
        }
    }

    /**
     * @param share of all images that is left out at most, 0 to 1
     * @param classes that the adaptation's model has; an image that a person gave one of them is known now, and not left out
     */
    public static LeftOut of(Marks marks, double share, Collection<String> classes) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", expected 0 to 1");
        }
        List<MarkedImage> unknown = marks.marked().stream()
                .filter(image -> image.className() == null || !classes.contains(image.className()))
                .sorted(RAREST_FIRST).toList();
        int most = (int) Math.min(JobRequested.MOST_LEFT_OUT, share * marks.images());
        List<MarkedImage> out = unknown.subList(0, Math.min(most, unknown.size()));
        return new LeftOut(batches(out), unknown.size() - out.size());
    }

    private static List<BatchImages> batches(List<MarkedImage> images) {
        return images.stream()
                .collect(Collectors.groupingBy(Batch::of, () -> new TreeMap<>(Batch.ORDER),
                        Collectors.mapping(image -> image.place().image(), Collectors.toList())))
                .entrySet().stream().map(batch -> new BatchImages(batch.getKey().topic(), batch.getKey().partition(),
                        batch.getKey().offset(), batch.getValue().stream().sorted().toList()))
                .toList();
    }

    /** How many images are left out. */
    public int count() {
        return images.stream().mapToInt(batch -> batch.images().size()).sum();
    }
}
