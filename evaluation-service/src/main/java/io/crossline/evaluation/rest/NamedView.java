package io.crossline.evaluation.rest;

/**
 * What came of naming images.
 *
 * @param className that they have now
 * @param images how many there are of those that were named
 * @param known whether the model that serves the line knows the class; one that it does not know is kept and counted, and no model
 *        learns it until an adaptation starts from a source line whose labelled images have it
 */
public record NamedView(String className, int images, boolean known) {}
