package io.crossline.monitoring.projection;

import io.crossline.monitoring.metrics.Role;

/**
 * One image's features in the plane.
 *
 * @param label class index, or null where it is not known
 * @param line the part of the image's line
 */
public record Point(double x, double y, Integer label, Role line) {}
