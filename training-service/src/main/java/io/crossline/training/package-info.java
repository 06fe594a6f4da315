/**
 * The training service: runs the jobs of an adaptation, each from offset ranges in Kafka to a published model.
 *
 * <p>
 * {@code rest} takes requests, {@code messaging} carries events, {@code jobs} drives one job from data to model, {@code dataset}
 * reads images from Kafka, {@code store} finds trained models, {@code checkpoint} keeps half-done work. The methods are in
 * {@link io.crossline.adaptation}.
 */
package io.crossline.training;
