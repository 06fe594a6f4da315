package io.crossline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a picture of another aspect ratio is brought to the size of a line's images. */
public enum PictureFit {
    /** The whole picture, its aspect ratio kept; what is left of the image is background. */
    @JsonProperty("letterbox")
    LETTERBOX,
    /** The middle of the picture, its aspect ratio kept; what sticks out is cut off. */
    @JsonProperty("crop")
    CROP,
    /** The whole picture, stretched: a circle becomes an ellipse. */
    @JsonProperty("stretch")
    STRETCH;

    /** @throws InvalidFieldException for field {@code fit} if there is no such way */
    public static PictureFit of(String text) {
        return Named.of("fit", text, values());
    }
}
