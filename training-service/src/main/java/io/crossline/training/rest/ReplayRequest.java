package io.crossline.training.rest;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to repeat a model's training. */
@Schema(description = "Which training to repeat")
public record ReplayRequest(
        @Schema(description = "a trained classifier or generator", examples = "dann-1a2b3c4d") @NotBlank String modelVersion) {}
