/**
 * Self-ensembling: a classifier learns on the target from the moving average of itself. Built on {@code trainer} and
 * {@code loss}; {@code jobs} runs it.
 */
package io.crossline.training.teacher;
