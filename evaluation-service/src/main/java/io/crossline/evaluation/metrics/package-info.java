/** Figures of a classifier's answers. Pure functions of labels and probabilities; used by {@code scoring}. */
package io.crossline.evaluation.metrics;
