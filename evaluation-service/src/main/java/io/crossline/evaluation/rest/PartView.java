package io.crossline.evaluation.rest;

import java.time.Instant;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageTile;
import io.crossline.evaluation.drift.ImagePlace;
import io.crossline.evaluation.store.PartPrediction;

/**
 * What a serving model said of one part.
 *
 * @param fileName of its image, or null
 * @param className what the part is served as: its class, or {@code unknown} where its image is unlike all that the model knows
 * @param guess the class that the model found most probable
 * @param probability of that class, 0 to 1
 * @param partition with {@code topic} and {@code offset} the record of the batch
 * @param image index in the batch, from 0
 * @param tile the worst one of a picture that was cut into tiles, which decides about the part; null where the picture is whole
 * @param picture where the image is as PNG, beside this resource; it is gone when the record is, and null where its topic is
 */
public record PartView(String partId, String fileName, String className, String guess, double probability,
        String modelVersion, Instant capturedAt, Instant predictedAt, String topic, int partition, long offset,
        int image, ImageTile tile, String picture) {

    static PartView of(String line, PartPrediction part) {
        ImagePlace place = part.place();
        return new PartView(part.partId(), part.fileName(),
                part.unknown() ? BatchPredicted.UNKNOWN : part.predictedClass(), part.predictedClass(),
                part.probability(), part.modelVersion(), part.capturedAt(), part.predictedAt(), place.topic(),
                place.partition(), place.offset(), place.image(), part.tile(),
                place.isGone() ? null : picture(line, place));
    }

    private static String picture(String line, ImagePlace place) {
        return "/lines/%s/pictures/%d/%d/%d".formatted(line, place.partition(), place.offset(), place.image());
    }
}
