package io.crossline.evaluation.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.crossline.evaluation.loop.LoopSettings;

/**
 * Asks for the loop to treat a line otherwise; what is missing stays as it is.
 *
 * @param enabled whether the loop opens cycles
 * @param pinned whether the champion stays until a person unpins it
 * @param by who asks; where people sign in, their name counts and this is a note
 * @param reason kept in the audit
 */
public record LoopRequest(Boolean enabled, Boolean pinned, @Min(0) Long cooldownSeconds,
        @Min(0) @Max(10000) Integer budgetPerDay, @DecimalMin("0") @DecimalMax("1") Double acceptedLoss,
        @Min(50) @Max(100000) Integer minImages,
        @Min(1) @Max(1000) Integer shadowBatches, @Size(max = 200) String by,
        @NotBlank @Size(max = 2000) String reason) {

    LoopSettings change(LoopSettings from, String asker, String why) {
        return new LoopSettings(or(enabled, from.enabled()), or(pinned, from.pinned()),
                cooldownSeconds == null ? from.cooldown() : Duration.ofSeconds(cooldownSeconds),
                or(budgetPerDay, from.budgetPerDay()), or(acceptedLoss, from.acceptedLoss()),
                or(minImages, from.minImages()),
                or(shadowBatches, from.shadowBatches()), asker, why, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static <T> T or(T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
