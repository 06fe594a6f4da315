/**
 * Training images from Kafka: reads a {@link io.crossline.contracts.DataSelection} by its offset ranges into the image sets
 * of {@link io.crossline.adaptation.trainer}. The type of the set decides what may enter: a target line's labels are dropped
 * after decoding, and only the classes that people gave and a job names are put to its images. Called by {@code jobs}.
 */
package io.crossline.training.dataset;
