package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Map;

import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.novelty.KindGroups;
import io.crossline.monitoring.novelty.UnknownImage;
import io.crossline.pictures.ImageFile;

/**
 * A line's images that are unlike all known ones and that nobody has named.
 *
 * @param enabled whether they are looked for
 * @param waiting how many there are
 * @param named how many were named before, by class
 * @param groups those that are like each other, the largest group first
 * @param single those that are like no others, the newest first
 */
public record UnknownView(boolean enabled, int waiting, Map<String, Integer> named, List<Group> groups,
        List<Item> single) {

    /** @param size number of images */
    public record Group(int size, List<Item> images) {}

    /**
     * @param guess class that the model would have named
     * @param confidence its probability, 0 to 1
     * @param pValue how rare an image as far from the known ones is among the known ones, above 0 to 1
     * @param picture PNG as a data URI, or null where no more were asked for or the image is no longer in Kafka
     */
    public record Item(String topic, int partition, long offset, int image, String guess, double confidence,
            double pValue, String picture) {

        static Item of(UnknownImage unknown, PlacedImage picture) {
            return new Item(unknown.place().topic(), unknown.place().partition(), unknown.place().offset(),
                    unknown.place().image(), unknown.guess(), unknown.confidence(), unknown.pValue(),
                    picture == null ? null : ImageFile.dataUri(picture.shape(), picture.pixels()));
        }
    }

    static UnknownView of(boolean enabled, Map<String, Integer> named, KindGroups kinds,
            Map<ImagePlace, PlacedImage> pictures) {
        List<Group> groups = kinds.groups().stream()
                .map(group -> new Group(group.size(), items(group, pictures))).toList();
        int grouped = groups.stream().mapToInt(Group::size).sum();
        return new UnknownView(enabled, grouped + kinds.single().size(), named, groups,
                items(kinds.single(), pictures));
    }

    private static List<Item> items(List<UnknownImage> images, Map<ImagePlace, PlacedImage> pictures) {
        return images.stream().map(image -> Item.of(image, pictures.get(image.place()))).toList();
    }
}
