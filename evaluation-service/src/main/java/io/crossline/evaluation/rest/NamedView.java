package io.crossline.evaluation.rest;

/**
 * What came of naming images.
 *
 * @param className that they have now
 * @param images how many there are of those that were named
 * @param known whether the model that serves the line knows the class
 * @param missing how many more images need the name before a job of the line learns the class; 0 where the next job does, or the class is
 *        known
 */
public record NamedView(String className, int images, boolean known, int missing) {}
