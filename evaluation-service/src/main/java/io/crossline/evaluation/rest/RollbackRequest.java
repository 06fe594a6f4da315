package io.crossline.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for the champion before.
 *
 * @param leaves the version that the person saw serve and wants to leave: asked twice, or by two people, it happens once
 * @param by who asks; where people sign in, their name counts and this is a note
 * @param reason kept in the audit
 */
public record RollbackRequest(@NotBlank String leaves, @Size(max = 200) String by,
        @NotBlank @Size(max = 2000) String reason) {}
