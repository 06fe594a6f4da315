package io.crossline.monitoring.estimate;

import java.util.List;

import io.crossline.monitoring.estimate.DiscountedConfidence.Look;

/**
 * The estimate of a {@link DiscountedConfidence} with an interval that comes from looks of many families, and was checked on each family
 * with the looks of the others.
 *
 * @param looks labelled images with other looks, and what became of the accuracy
 */
public record CheckedConfidence(DiscountedConfidence discounted, List<Look> looks, ConformalWidening widening)
        implements
            AccuracyEstimator {

    public CheckedConfidence {
        looks = List.copyOf(looks);
    }

    @Override
    public AccuracyEstimate estimate(List<Answer> window) {
        return widening.widen(discounted.estimate(window, looks));
    }
}
