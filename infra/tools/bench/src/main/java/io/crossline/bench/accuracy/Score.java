package io.crossline.bench.accuracy;

import io.crossline.contracts.Method;

/**
 * What one training gave.
 *
 * @param source on the source line's test images
 * @param target on the target line's test images
 * @param seconds spent in training steps; not a number where a kept result was taken
 */
record Score(Method method, long seed, TestScore source, TestScore target, int steps, double seconds) {}
