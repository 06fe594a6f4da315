/** Deep CORAL (Sun and Saenko 2016): features of both lines with the same covariance. Implements {@link io.crossline.training.trainer}. */
package io.crossline.training.coral;
