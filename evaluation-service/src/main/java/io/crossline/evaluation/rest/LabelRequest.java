package io.crossline.evaluation.rest;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import io.crossline.evaluation.labels.LineLabel;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * What an image shows.
 *
 * @param topic with {@code partition} and {@code offset} the record of the image's batch
 * @param image index in the batch, from 0
 * @param className one of the serving model's classes
 * @param by who says so; where people sign in, their name counts and this is a note
 * @param replace whether it takes the place of another label that was given before; false where it is missing
 */
public record LabelRequest(@NotBlank String topic, @NotNull @PositiveOrZero Integer partition,
        @NotNull @PositiveOrZero Long offset, @NotNull @PositiveOrZero Integer image, @NotBlank String className,
        @Size(max = 200) String by, boolean replace) {

    LineLabel label(String line, String labeller) {
        return new LineLabel(line, new ImagePlace(topic, partition, offset, image), className, labeller, Instant.now());
    }
}
