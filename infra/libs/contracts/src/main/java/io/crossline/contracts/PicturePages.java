package io.crossline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a file with several pages, as TIFF has. */
public enum PicturePages {
    /** The first page is the picture, and the answer says how many were left out. */
    @JsonProperty("first")
    FIRST,
    /** Each page is a picture. */
    @JsonProperty("all")
    ALL,
    /** The file is refused. */
    @JsonProperty("refuse")
    REFUSE;

    /** @throws InvalidFieldException for field {@code pages} if there is no such way */
    public static PicturePages of(String text) {
        return Named.of("pages", text, values());
    }
}
