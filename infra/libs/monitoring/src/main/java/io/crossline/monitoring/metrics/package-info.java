/** Figures of a classifier's answers. Pure functions of labels and probabilities; used by all who score a model. */
package io.crossline.monitoring.metrics;
