package io.crossline.contracts;

/**
 * A label that a person gave to one image of a captured batch: one of the few target labels that training may see.
 *
 * @param topic with {@code partition} and {@code offset} the record of the batch
 * @param image index of the image in its batch, from 0
 * @param className what the image shows
 */
public record GivenLabel(String topic, int partition, long offset, int image, String className) {

    public GivenLabel {
        Require.text("topic", topic);
        Require.that(partition >= 0, "partition", "is " + partition + ", expected 0 or more");
        Require.that(offset >= 0, "offset", "is " + offset + ", expected 0 or more");
        Require.that(image >= 0, "image", "is " + image + ", expected 0 or more");
        className = ClassNames.normal(Require.text("className", className));
    }

    /** The same image with another class. */
    public GivenLabel of(String otherClass) {
        return new GivenLabel(topic, partition, offset, image, otherClass);
    }
}
