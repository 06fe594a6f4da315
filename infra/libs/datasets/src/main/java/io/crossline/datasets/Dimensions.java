package io.crossline.datasets;

import io.crossline.contracts.ImageShape;

/** Size of a picture as it was found, before it is brought to an {@link ImageShape}: any height and width. */
public record Dimensions(int channels, int height, int width) {

    public static Dimensions of(ImageShape shape) {
        return new Dimensions(shape.channels(), shape.height(), shape.width());
    }
}
