package io.crossline.monitoring.estimate;

import java.util.List;

/** Estimates how right a model is about images without labels. */
@FunctionalInterface
public interface AccuracyEstimator {

    /** @param window what the model says of the images, at least one */
    AccuracyEstimate estimate(List<Answer> window);
}
