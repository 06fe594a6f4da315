package io.crossline.contracts;

import java.util.HashSet;
import java.util.List;

/**
 * Some images of one captured batch.
 *
 * @param topic with {@code partition} and {@code offset} the record of the batch
 * @param images indices of the images in their batch, from 0, at least one and each once
 */
public record BatchImages(String topic, int partition, long offset, List<Integer> images) {

    public BatchImages {
        Require.text("topic", topic);
        Require.that(partition >= 0, "partition", "is " + partition + ", expected 0 or more");
        Require.that(offset >= 0, "offset", "is " + offset + ", expected 0 or more");
        images = List.copyOf(Require.present("images", images));
        Require.that(!images.isEmpty(), "images", "is empty, expected at least one index");
        for (int image : images) {
            Require.that(image >= 0, "images", "has " + image + ", expected 0 or more");
        }
        Require.that(new HashSet<>(images).size() == images.size(), "images",
                "has an index twice: " + images);
    }

    /** Whether the label is of one of these images. */
    boolean has(GivenLabel label) {
        return topic.equals(label.topic()) && partition == label.partition() && offset == label.offset()
                && images.contains(label.image());
    }
}
