/**
 * Self-training: rounds in which the classifier labels the target's images under the line's mix of classes, and learns from those
 * that it is surest of beside the source's. Implements {@link io.crossline.adaptation.trainer}.
 */
package io.crossline.adaptation.selftraining;
