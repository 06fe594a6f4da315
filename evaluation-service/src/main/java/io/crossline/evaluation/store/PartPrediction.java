package io.crossline.evaluation.store;

import java.time.Instant;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageTile;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * What a serving model said of one part.
 *
 * @param fileName of its image, or null
 * @param predictedClass the most probable class; no more than a guess where {@code unknown} is set
 * @param probability of that class, 0 to 1
 * @param unusable why the image is unusable, or null; then the class says nothing
 * @param tile the worst one of a picture that was cut into tiles, whose place and class these are; null where the picture is whole
 * @param capturedAt of the image, else of its batch
 */
public record PartPrediction(String partId, String fileName, ImagePlace place, String predictedClass,
        double probability,
        boolean unknown, FrameCheck unusable, ImageTile tile, String modelVersion, Instant capturedAt,
        Instant predictedAt) {}
