package io.crossline.training.rest;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Labels;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;

/** A request to adapt the classifier of a source line to a target line. */
@Schema(description = "What to train, on which images")
public record AdaptationRequest(
        @Schema(description = "line with labels", examples = "line-a") @NotBlank String sourceLine,
        @Schema(description = "line without labels", examples = "line-b") @NotBlank String targetLine,
        @Schema(description = "source, cyclegan, dann, coral, mmd, coral-linear, teacher, adabn, self-training; the source classifier is always trained first") @NotEmpty List<@NotNull Method> methods,
        @Schema(description = "name of the hyperparameters, see /presets", defaultValue = "quick") String preset,
        @Schema(description = "everything random follows from it", defaultValue = "0") Long seed,
        @Schema(description = "the source line's images, as an ingestion gives them") @NotNull LineData source,
        @Schema(description = "the target line's images; labels of train are never read") @NotNull LineData target,
        @Schema(description = "of the images") @NotNull ImageShape shape,
        @Schema(description = "in the order of the models' outputs; each line's classes are found among them by name, whatever their order there") @NotNull @Size(min = 2, max = Labels.MOST_CLASSES, message = "must name 2 to 1000 classes") List<@NotBlank @Size(max = Labels.LONGEST_NAME) String> classNames,
        @Schema(description = "how often each class occurs on the target line; default: what is set for the line, see /lines/{line}/settings of the evaluation service", implementation = String.class, examples = "good>=0.9") ExpectedMix expectedMix,
        @Schema(description = "name or SHA-256 of an ONNX file in the folder crossline.backbones, whose features the networks take in place of pixels; all methods but cyclegan; default: what is set for the target line; an empty text for none", examples = "resnet50.onnx") String backbone,
        @Schema(description = "whether training may mirror and turn images; default: false where it is set so for one of the lines, else true") Boolean turns,
        @Schema(description = "images of target.train that no training is to see, such as those of unknown kinds; at most 5,000") List<@NotNull BatchImages> leftOut) {}
