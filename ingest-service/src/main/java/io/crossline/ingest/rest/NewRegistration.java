package io.crossline.ingest.rest;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;
import io.crossline.datasets.TrainingShape;
import io.crossline.datasets.ingestion.LineAppearance;

/** Body of {@code PUT /lines/LINE}. */
@Schema(name = "NewRegistration")
record NewRegistration(
        @Schema(description = "Shape of the line's images, HEIGHTxWIDTHxCHANNELS", examples = "28x28x1") @NotBlank String shape,
        @Schema(description = "All classes that labels of the line may name; empty as long as nothing is labelled") @NotNull List<String> classNames,
        @Schema(description = "How images are made of picture files; without it, as before, or letterboxed on a new line") NewPictures pictures,
        @Schema(description = "Who asks for it; where people sign in, their name counts and this is a note", examples = "Ann") @Size(max = 200) String by,
        @Schema(description = "Why, in one sentence", examples = "The camera was replaced") @NotBlank String reason) {

    /** @param before what the line was registered with */
    LineAppearance appearance(Optional<LineRegistered> before) {
        ImageShape images = TrainingShape.require(ImageShape.parse(shape));
        PictureSettings made = pictures == null
                ? before.map(LineRegistered::pictureSettings).orElse(PictureSettings.DEFAULT)
                : pictures.toSettings();
        made.requireFits(images);
        return new LineAppearance(images, classNames, made);
    }
}
