package io.crossline.ingest.capture;

import java.nio.file.Path;
import java.time.Instant;

import io.crossline.contracts.ClassNames;

/**
 * An image file that is to be published.
 *
 * @param name what its sender calls it
 * @param className its class, in composed form (NFC), or null where it is not known
 * @param partId how the plant names the part, or null
 * @param capturedAt or null where it is not known
 */
public record NewImage(String name, Path file, String className, String partId, Instant capturedAt) {

    public NewImage {
        className = ClassNames.normal(className);
    }
}
