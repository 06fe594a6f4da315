package io.crossline.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Something that a person asks of a line.
 *
 * @param by who asks
 * @param reason kept in the audit
 */
public record PersonRequest(@NotBlank @Size(max = 200) String by, @NotBlank @Size(max = 2000) String reason) {}
