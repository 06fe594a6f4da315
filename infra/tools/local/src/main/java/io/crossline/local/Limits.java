package io.crossline.local;

import java.time.Duration;

import io.crossline.embedded.BrokerStorage;

/**
 * What the parts may take.
 *
 * @param readyWithin a part that takes longer counts as late, and the start goes on without it; at least 1 s
 * @param imageBytes most that each of the two topics of images keeps, bytes; 0 for no other limit than time
 */
public record Limits(Duration readyWithin, long imageBytes) {

    public static final Limits USUAL = new Limits(Duration.ofSeconds(180), 0);

    public Limits {
        if (readyWithin.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new UserError(
                    "--ready-within is %d: expected seconds, at least 1.".formatted(readyWithin.toSeconds()));
        }
        if (imageBytes != 0 && imageBytes < BrokerStorage.LEAST_IMAGE_BYTES) {
            throw new UserError("--keep-images is %d bytes: expected at least 1G.".formatted(imageBytes));
        }
    }
}
