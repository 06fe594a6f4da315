package io.crossline.evaluation.rest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineConfigured;

/** Asks for other settings of a line; what is missing stays as it is. */
@Schema(description = "What to change; what is missing stays as it is")
public record LineSettingsRequest(
        @Schema(description = "terms CLASS=SHARE, CLASS>=SHARE or CLASS<=SHARE, separated by commas; an empty text takes the mix away", examples = "good>=0.9") @Size(max = 2000) String expectedMix,
        @Schema(description = "class of parts without a defect; an empty text takes it away", examples = "good") @Size(max = 200) String goodClass,
        @Schema(description = "of a defect that is called good, beside overkillCost", defaultValue = "1") @Positive @DecimalMax("1e9") Double escapeCost,
        @Schema(description = "of a good part that is called a defect", defaultValue = "1") @Positive @DecimalMax("1e9") Double overkillCost,
        @Schema(description = "largest share of the defects that may be called good; 1 takes the limit away") @DecimalMin("0") @DecimalMax("1") Double maxEscapes,
        @Schema(description = "who asks") @NotBlank @Size(max = 200) String by,
        @Schema(description = "kept in the audit") @NotBlank @Size(max = 2000) String reason) {

    /** @throws io.crossline.contracts.InvalidFieldException if a value is none */
    LineConfigured change(String line, Optional<LineConfigured> from) {
        return new LineConfigured(line, mix(from), text(goodClass, from.map(LineConfigured::goodClass).orElse(null)),
                or(escapeCost, from.map(LineConfigured::escapeCost).orElse(LineConfigured.DEFAULT_COST)),
                or(overkillCost, from.map(LineConfigured::overkillCost).orElse(LineConfigured.DEFAULT_COST)),
                limit(from), by, reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
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

    private static String text(String wanted, String otherwise) {
        return wanted == null ? otherwise : wanted.isBlank() ? null : wanted.strip();
    }

    private static <T> T or(T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
