package io.crossline.monitoring.metrics;

/**
 * How well one class is told from the others.
 *
 * @param precision share of right ones among the images taken for this class; null if none was
 * @param recall share of this class's images that were found; null if there are none
 * @param support images of this class
 */
public record ClassScore(String className, Double precision, Double recall, long support) {}
