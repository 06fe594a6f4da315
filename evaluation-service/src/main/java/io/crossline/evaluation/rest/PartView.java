package io.crossline.evaluation.rest;

import java.time.Instant;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageTile;
import io.crossline.evaluation.store.PartPrediction;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * What a serving model said of one part.
 *
 * @param fileName of its image, or null
 * @param className what the part is served as: its class, {@code unknown} where its image is unlike all that the model knows, or {@code unusable}
 * @param unusable why its image is unusable, or null; then {@code guess} and {@code probability} say nothing
 * @param guess the class that the model found most probable
 * @param probability of that class, 0 to 1
 * @param partition with {@code topic} and {@code offset} the record of the batch
 * @param image index in the batch, from 0
 * @param tile the worst one of a picture that was cut into tiles, which decides about the part; null where the picture is whole
 * @param picture where the image is as PNG, beside this resource; it is gone when the record is, and null where its topic is
 */
public record PartView(String partId, String fileName, String className, FrameCheck unusable, String guess,
        double probability,
        String modelVersion, Instant capturedAt, Instant predictedAt, String topic, int partition, long offset,
        int image, ImageTile tile, String picture) {

    static PartView of(String line, PartPrediction part) {
        ImagePlace place = part.place();
        return new PartView(part.partId(), part.fileName(),
                served(part), part.unusable(), part.unusable() == null ? part.predictedClass() : null,
                part.probability(), part.modelVersion(), part.capturedAt(), part.predictedAt(), place.topic(),
                place.partition(), place.offset(), place.image(), part.tile(),
                picture(line, place));
    }

    private static String served(PartPrediction part) {
        if (part.unusable() != null) {
            return BatchPredicted.UNUSABLE;
        }
        return part.unknown() ? BatchPredicted.UNKNOWN : part.predictedClass();
    }

    /** Null where the place's topic is gone. */
    static String picture(String line, ImagePlace place) {
        return place.isGone()
                ? null
                : "/lines/%s/pictures/%d/%d/%d".formatted(line, place.partition(), place.offset(), place.image());
    }
}
