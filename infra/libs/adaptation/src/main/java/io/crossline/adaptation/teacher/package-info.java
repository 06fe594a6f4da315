/**
 * Self-ensembling: a classifier learns on the target from the moving average of itself. Built on {@code trainer} and
 * {@code loss}.
 */
package io.crossline.adaptation.teacher;
