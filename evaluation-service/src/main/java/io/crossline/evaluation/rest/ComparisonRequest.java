package io.crossline.evaluation.rest;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for models to predict beside the champion.
 *
 * @param models versions; none ends the comparison
 * @param by who asks; where people sign in, their name counts and this is a note
 * @param reason kept in the audit
 */
public record ComparisonRequest(@NotNull @Size(max = 4) List<@NotBlank String> models,
        @Size(max = 200) String by, @NotBlank @Size(max = 2000) String reason) {}
