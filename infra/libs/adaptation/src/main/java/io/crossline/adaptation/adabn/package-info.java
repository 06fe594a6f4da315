/** Adaptive batch normalisation: the target's statistics in place of the source's. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.adabn;
