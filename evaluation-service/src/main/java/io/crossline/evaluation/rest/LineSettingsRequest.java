package io.crossline.evaluation.rest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineConfigured;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;

/** Asks for other settings of a line; what is missing stays as it is. */
@Schema(description = "What to change; what is missing stays as it is")
public record LineSettingsRequest(
        @Schema(description = "terms CLASS=SHARE, CLASS>=SHARE or CLASS<=SHARE, separated by commas; an empty text takes the mix away", examples = "good>=0.9") @Size(max = 2000) String expectedMix,
        @Schema(description = "class of parts without a defect; an empty text takes it away", examples = "good") @Size(max = 200) String goodClass,
        @Schema(description = "of a defect that is called good, beside overkillCost", defaultValue = "1") @Positive @DecimalMax("1e9") Double escapeCost,
        @Schema(description = "of a good part that is called a defect", defaultValue = "1") @Positive @DecimalMax("1e9") Double overkillCost,
        @Schema(description = "largest share of the defects that may be called good; 1 takes the limit away") @DecimalMin("0") @DecimalMax("1") Double maxEscapes,
        @Schema(description = "whether a part that is mirrored or turned is still of its class, so that training may mirror and turn images; holds for the next models", defaultValue = "true") Boolean turns,
        @Schema(description = "name or SHA-256 of an ONNX file in the folder crossline.backbones, on whose features the line's next models stand; an empty text takes it away", examples = "resnet50.onnx") @Size(max = 255) String backbone,
        @Schema(description = "checks of the camera's frames that the line does without; an empty list switches all on", examples = "[\"out of focus\"]") @Size(max = 20) Set<String> checksOff,
        @Schema(description = "who asks; where people sign in, their name counts and this is a note") @Size(max = 200) String by,
        @Schema(description = "kept in the audit") @NotBlank @Size(max = 2000) String reason) {

    /**
     * @param backbones that the settings may name
     * @throws InvalidFieldException if a value is none
     */
    LineConfigured change(String line, Optional<LineConfigured> from, Backbones backbones, String asker, String why) {
        return new LineConfigured(line, mix(from), text(goodClass, from.map(LineConfigured::goodClass).orElse(null)),
                or(escapeCost, from.map(LineConfigured::escapeCost).orElse(LineConfigured.DEFAULT_COST)),
                or(overkillCost, from.map(LineConfigured::overkillCost).orElse(LineConfigured.DEFAULT_COST)),
                limit(from), or(turns, from.map(LineConfigured::turns).orElse(true)), sha256(from, backbones),
                checksOff(from), asker, why, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private ExpectedMix mix(Optional<LineConfigured> from) {
        if (expectedMix == null) {
            return from.map(LineConfigured::expectedMix).orElse(null);
        }
        return expectedMix.isBlank() ? null : ExpectedMix.parse(expectedMix);
    }

    private Double limit(Optional<LineConfigured> from) {
        if (maxEscapes == null) {
            return from.map(LineConfigured::maxEscapes).orElse(null);
        }
        return maxEscapes == 1 ? null : maxEscapes;
    }

    private Set<FrameCheck> checksOff(Optional<LineConfigured> from) {
        if (checksOff == null) {
            return from.map(LineConfigured::checksOff).orElse(Set.of());
        }
        try {
            return checksOff.stream().map(FrameCheck::parse).collect(Collectors.toSet());
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException("checksOff", e.getMessage().replaceFirst("^\\S+ is", "has"), e);
        }
    }

    /** The present one is taken though its file has gone: who changes something else does not name it. */
    private String sha256(Optional<LineConfigured> from, Backbones backbones) {
        String present = from.map(LineConfigured::backbone).orElse(null);
        String wanted = text(backbone, present);
        if (wanted == null || wanted.equals(present)) {
            return wanted;
        }
        try {
            return backbones.sha256(wanted);
        } catch (BackboneException e) {
            throw new InvalidFieldException("backbone", e.getMessage(), e);
        }
    }

    private static String text(String wanted, String otherwise) {
        return wanted == null ? otherwise : wanted.isBlank() ? null : wanted.strip();
    }

    private static <T> T or(T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
