package io.crossline.monitoring.novelty;

import java.time.Instant;

import io.crossline.monitoring.drift.ImagePlace;

/**
 * An image that is unlike all known images of its line.
 *
 * @param modelVersion that served the line then
 * @param guess class that the model would have named
 * @param confidence its probability, 0 to 1
 * @param pValue how rare an image as far from the known ones is among the known ones, above 0 to 1
 * @param position in the model's space of distances, see {@link KnownImages}
 * @param distance from the known images there
 */
public record UnknownImage(String line, ImagePlace place, String modelVersion, String guess, double confidence,
        double pValue, float[] position, double distance, Instant foundAt) {}
