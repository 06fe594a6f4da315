package io.crossline.bench.loop;

import io.crossline.monitoring.estimate.AccuracyEstimate;

/** Says how right a model is on images without labels. */
@FunctionalInterface
interface Estimator {

    AccuracyEstimate estimate(Views window);

    /** Of a bare number: it has no interval. */
    static AccuracyEstimate number(double accuracy) {
        double within = Math.max(0, Math.min(1, accuracy));
        return new AccuracyEstimate(within, within, within);
    }
}
