package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import io.crossline.evaluation.labels.LineLabel;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * What images show that were marked as unknown.
 *
 * @param className a new class or one that the model knows
 * @param by who says so; where people sign in, their name counts and this is a note
 * @param images at most 1,000
 * @param replace whether it takes the place of other labels that were given before; false where it is missing
 */
public record NameRequest(@NotBlank @Size(max = 100) String className, @Size(max = 200) String by,
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Place> images, boolean replace) {

    /**
     * @param topic with {@code partition} and {@code offset} the record of the image's batch
     * @param image index in the batch, from 0
     */
    public record Place(@NotBlank String topic, @NotNull @PositiveOrZero Integer partition,
            @NotNull @PositiveOrZero Long offset, @NotNull @PositiveOrZero Integer image) {

        ImagePlace place() {
            return new ImagePlace(topic, partition, offset, image);
        }
    }

    List<LineLabel> labels(String line, String labeller) {
        Instant now = Instant.now();
        return images.stream().map(image -> new LineLabel(line, image.place(), className.strip(), labeller, now))
                .toList();
    }
}
