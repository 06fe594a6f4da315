package io.crossline.monitoring.novelty;

/**
 * Whether one image is of a known kind.
 *
 * @param position in the model's space of distances
 * @param distance from the known images there
 * @param pValue how rare an image as far from the known ones is among the known ones, above 0 to 1
 * @param unknown whether that is rare enough to be marked
 */
public record Novelty(float[] position, double distance, double pValue, boolean unknown) {}
