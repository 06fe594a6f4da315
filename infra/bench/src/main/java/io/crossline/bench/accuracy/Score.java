package io.crossline.bench.accuracy;

import io.crossline.contracts.Method;

/**
 * What one training gave.
 *
 * @param source accuracy on the source line's test images, 0 to 1
 * @param target accuracy on the target line's test images, 0 to 1
 * @param seconds spent in training steps; not a number where a kept result was taken
 */
record Score(Method method, long seed, double source, double target, int steps, double seconds) {}
