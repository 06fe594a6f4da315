package io.crossline.monitoring.estimate;

/**
 * What a model says of one image.
 *
 * @param features the model's, of the same length for all images
 * @param predictedClass index of the most probable class
 * @param confidence its probability, 0 to 1
 * @param correct whether it is right, or null where no label says so
 */
public record Answer(float[] features, int predictedClass, double confidence, Boolean correct) {}
