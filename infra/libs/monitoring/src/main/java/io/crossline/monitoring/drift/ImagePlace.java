package io.crossline.monitoring.drift;

import io.crossline.contracts.GivenLabel;

/**
 * Where an image is in Kafka.
 *
 * @param topic its name, or {@link #earlier} of one that was made anew since; with {@code partition} and {@code offset} the record of its batch
 * @param image index in the batch, from 0
 */
public record ImagePlace(String topic, int partition, long offset, int image) {

    /** In no name of a topic. */
    private static final String ID = "@";

    public ImagePlace {
        if (topic == null || topic.isBlank() || partition < 0 || offset < 0 || image < 0) {
            throw new IllegalArgumentException("No place of an image: %s:%d:%d, image %d".formatted(topic, partition,
                    offset, image));
        }
    }

    /** Of a labelled image. */
    public static ImagePlace of(GivenLabel label) {
        return new ImagePlace(label.topic(), label.partition(), label.offset(), label.image());
    }

    /** Name of a topic that is gone since another was made under its name. */
    public static String earlier(String topic, String topicId) {
        return topic + ID + topicId;
    }

    /** Whether its topic is gone, and its image with it. */
    public boolean isGone() {
        return topic.contains(ID);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset + ":" + image;
    }
}
