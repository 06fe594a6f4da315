package io.crossline.evaluation.rest;

import java.util.List;

import io.crossline.monitoring.projection.Projection;

/**
 * Test images in the plane of their features' greatest variance.
 *
 * @param before by the parent model's features; null if the parent could not be found
 * @param after by this model's features
 */
public record ProjectionView(List<String> classNames, Projection before, Projection after) {}
