package io.crossline.contracts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is known of the part that an image shows. Each value may be missing (null). Texts are kept as they were sent, so that a sender
 * finds its own.
 *
 * @param partId how the plant names the part, at most 200 characters
 * @param fileName name of the image, at most 500 characters
 * @param capturedAt of this image, kept to milliseconds; from 1970 to 2199
 * @param tile which piece of the part's picture the image is, or null where it is the whole picture
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagePart(String partId, String fileName, Instant capturedAt, ImageTile tile) {

    public static final int LONGEST_PART_ID = 200;
    public static final int LONGEST_FILE_NAME = 500;

    /** Of a part that nothing is known of. */
    public static final ImagePart UNNAMED = new ImagePart(null, null, null);

    public ImagePart {
        requireText("partId", partId, LONGEST_PART_ID);
        requireText("fileName", fileName, LONGEST_FILE_NAME);
        capturedAt = capturedAt == null ? null : BatchOrigin.requireCaptureTime(capturedAt);
    }

    @JsonIgnore
    public boolean isUnnamed() {
        return equals(UNNAMED);
    }

    /** Of a part's whole picture. */
    public ImagePart(String partId, String fileName, Instant capturedAt) {
        this(partId, fileName, capturedAt, null);
    }

    /** The same part, of whose picture the image is a piece. */
    public ImagePart tile(int index, int count) {
        return new ImagePart(partId, fileName, capturedAt, new ImageTile(index, count));
    }

    private static void requireText(String field, String value, int longest) {
        if (value == null) {
            return;
        }
        Require.text(field, value);
        Require.that(value.length() <= longest, field,
                "has " + value.length() + " characters, expected at most " + longest);
        Require.that(value.chars().noneMatch(Character::isISOControl), field,
                "has a control character, expected text on one line");
    }
}
