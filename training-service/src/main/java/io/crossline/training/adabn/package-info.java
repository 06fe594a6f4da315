/** Adaptive batch normalisation: the target's statistics in place of the source's. Implements {@link io.crossline.training.trainer}. */
package io.crossline.training.adabn;
