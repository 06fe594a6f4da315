package io.crossline.evaluation.projection;

import io.crossline.evaluation.metrics.Role;

/**
 * One image's features in the plane.
 *
 * @param label class index, or null where it is not known
 * @param line the part of the image's line
 */
public record Point(double x, double y, Integer label, Role line) {}
