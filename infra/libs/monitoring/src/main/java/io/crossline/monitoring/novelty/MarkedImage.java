package io.crossline.monitoring.novelty;

import io.crossline.monitoring.drift.ImagePlace;

/**
 * An image of a data set that was served as unknown.
 *
 * @param pValue how rare an image as far from the known ones is among the known ones, above 0 to 1; 1 where it is not remembered
 * @param distance from the known images; 0 where it is not remembered
 * @param className that a person gave it, or null
 */
public record MarkedImage(ImagePlace place, double pValue, double distance, String className) {}
