package io.crossline.monitoring.gate;

import io.crossline.contracts.Method;

/**
 * A model that may be recommended, or the one to beat.
 *
 * @param evidence of the same images as every other contender's, in the same order
 */
public record Contender(String modelVersion, Method method, Evidence evidence) {}
