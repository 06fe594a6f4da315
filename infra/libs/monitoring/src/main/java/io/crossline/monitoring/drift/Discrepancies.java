package io.crossline.monitoring.drift;

/**
 * How far now is from before, for any arrangement of blocks: in the features, the squared maximum mean discrepancy
 * (Gretton et al. 2012, equation 5), {@code w^T K w}; in each picture statistic, the squared Kolmogorov-Smirnov distance of the
 * weighted distributions.
 */
final class Discrepancies {

    /** Place of the features' discrepancy; those of the statistics follow in the order of {@link PictureStatistic}. */
    static final int FEATURES = 0;

    private final Distributions distributions;
    private final double[][] kernel;

    /**
     * @param distributions of the images
     * @param kernel sums between the images' cells
     */
    Discrepancies(Distributions distributions, double[][] kernel) {
        this.distributions = distributions;
        this.kernel = kernel;
    }

    double[] of(Arrangement arrangement) {
        double[] weights = arrangement.cellWeights();
        double[] all = new double[1 + PictureStatistic.values().length];
        all[FEATURES] = features(weights);
        for (int s = 1; s < all.length; s++) {
            double distance = distributions.distance(s - 1, weights);
            all[s] = distance * distance;
        }
        return all;
    }

    private double features(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double[] row = kernel[i];
            double dot = 0;
            for (int j = 0; j < weights.length; j++) {
                dot += row[j] * weights[j];
            }
            sum += weights[i] * dot;
        }
        return sum;
    }
}
