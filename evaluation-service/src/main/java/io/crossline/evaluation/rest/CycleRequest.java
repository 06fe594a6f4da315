package io.crossline.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for an adaptation now.
 *
 * @param by who asks; where people sign in, their name counts and this is a note
 * @param reason kept in the audit
 * @param useLabels whether the job may learn from labels that people gave; false where missing
 */
public record CycleRequest(@Size(max = 200) String by, @NotBlank @Size(max = 2000) String reason,
        boolean useLabels) {}
