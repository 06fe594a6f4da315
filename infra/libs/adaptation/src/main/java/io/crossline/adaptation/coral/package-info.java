/**
 * Deep CORAL (Sun and Saenko 2016): features of both lines with the same covariance, by {@link io.crossline.adaptation.alignment}. Linear
 * CORAL (Sun, Feng and Saenko 2016): the same in closed form, on features that stay as they are.
 */
package io.crossline.adaptation.coral;
