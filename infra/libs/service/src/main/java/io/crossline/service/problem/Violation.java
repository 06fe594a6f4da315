package io.crossline.service.problem;

/**
 * A field at fault.
 *
 * @param field   its path in the request, such as {@code target.train.ranges[0].toOffset}, or the name of the parameter
 * @param message what is wrong and what was expected; field and message make a sentence
 */
public record Violation(String field, String message) {}
