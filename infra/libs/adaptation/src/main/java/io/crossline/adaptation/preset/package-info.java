/**
 * Hyperparameter sets by name: {@code quick}, the default, {@code notebook}, the KAIST notebook's to the letter, {@code best}, the most
 * accurate, {@code adapt}, for a line that has drifted, and {@code real}, for pictures of real parts. A preset turns the sizes of two lines into the hyperparameters that a trainer takes.
 */
package io.crossline.adaptation.preset;
