/** Trained models in Kafka, found by their version. Called by {@code jobs} for parent models and finished work, and by
 * {@code rest} for replays. */
package io.crossline.training.store;
