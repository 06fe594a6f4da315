package io.crossline.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new champion.
 *
 * @param by who asks; where people sign in, their name counts and this is a note
 * @param reason kept beside the promotion, for those who ask later
 */
public record PromotionRequest(@NotBlank String modelVersion, @Size(max = 200) String by,
        @NotBlank @Size(max = 2000) String reason) {}
