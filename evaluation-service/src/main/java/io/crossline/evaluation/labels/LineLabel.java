package io.crossline.evaluation.labels;

import java.time.Instant;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.GivenLabel;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * A label that a person gave to an image of a line.
 *
 * @param className what the image shows, in composed form (NFC)
 * @param by who says so
 * @param drawProbability with which the image was drawn at random for an audit; null where it was not drawn
 */
public record LineLabel(String line, ImagePlace place, String className, String by, Instant at,
        Double drawProbability) {

    public LineLabel {
        className = ClassNames.normal(className);
    }

    /** As a person gives it. */
    public LineLabel(String line, ImagePlace place, String className, String by, Instant at) {
        this(line, place, className, by, at, null);
    }

    /** As jobs and manifests name it. */
    public GivenLabel given() {
        return new GivenLabel(place.topic(), place.partition(), place.offset(), place.image(), className);
    }
}
