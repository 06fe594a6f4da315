/**
 * Hyperparameter sets by name: {@code seed}, the KAIST notebook's to the letter, and {@code quick}, the default. A preset turns
 * the sizes of two lines into the hyperparameters that a trainer takes.
 */
package io.crossline.training.preset;
