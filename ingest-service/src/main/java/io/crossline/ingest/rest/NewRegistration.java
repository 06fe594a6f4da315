package io.crossline.ingest.rest;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.ImageShape;

/** Body of {@code PUT /lines/LINE}. */
@Schema(name = "NewRegistration")
record NewRegistration(
        @Schema(description = "Shape of the line's images, HEIGHTxWIDTHxCHANNELS", examples = "28x28x1") @NotBlank String shape,
        @Schema(description = "All classes that labels of the line may name; empty as long as nothing is labelled") @NotNull List<String> classNames,
        @Schema(description = "Who asks for it", examples = "Ann") @NotBlank String by,
        @Schema(description = "Why, in one sentence", examples = "The camera was replaced") @NotBlank String reason) {

    ImageShape imageShape() {
        return ImageShape.parse(shape);
    }
}
