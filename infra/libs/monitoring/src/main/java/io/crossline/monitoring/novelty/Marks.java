package io.crossline.monitoring.novelty;

import java.util.List;

/**
 * The images of a data set that were served as unknown.
 *
 * @param images all that the data set has, marked or not
 */
public record Marks(int images, List<MarkedImage> marked) {}
