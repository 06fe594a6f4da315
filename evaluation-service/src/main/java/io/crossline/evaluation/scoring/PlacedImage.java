package io.crossline.evaluation.scoring;

import io.crossline.contracts.ImageShape;

/**
 * One image by itself. The array is not copied.
 *
 * @param pixels uint8, {@code [H, W, C]}
 */
public record PlacedImage(ImageShape shape, byte[] pixels) {

    public PlacedImage {
        if (pixels.length != shape.bytes()) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " bytes, expected " + shape.bytes() + " (" + shape + ")");
        }
    }
}
