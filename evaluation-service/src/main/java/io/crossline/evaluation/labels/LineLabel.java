package io.crossline.evaluation.labels;

import java.time.Instant;

import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.drift.ImagePlace;

/**
 * A label that a person gave to an image of a line.
 *
 * @param className what the image shows
 * @param by who says so
 */
public record LineLabel(String line, ImagePlace place, String className, String by, Instant at) {

    /** As jobs and manifests name it. */
    public GivenLabel given() {
        return new GivenLabel(place.topic(), place.partition(), place.offset(), place.image(), className);
    }
}
