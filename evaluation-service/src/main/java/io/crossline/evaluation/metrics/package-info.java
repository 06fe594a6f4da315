/** Figures of a classifier's answers. Pure functions of labels and probabilities; used by {@code scoring} and {@code rest}. */
package io.crossline.evaluation.metrics;
