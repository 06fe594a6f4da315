/** Deep CORAL (Sun and Saenko 2016): features of both lines with the same covariance. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.coral;
