package io.crossline.ingest.capture;

import java.nio.file.Path;

import io.crossline.contracts.ClassNames;

/**
 * An image file that is to be published.
 *
 * @param name what its sender calls it
 * @param className its class, in composed form (NFC), or null where it is not known
 */
public record NewImage(String name, Path file, String className) {

    public NewImage {
        className = ClassNames.normal(className);
    }
}
