package io.crossline.networks.shift;

import java.util.Arrays;

/**
 * The most likely shares of the classes among N images, by expectation maximisation (Saerens, Latinne and Decaestecker 2002, equation
 * 9). The likelihood is concave in the shares, so the end does not depend on the start.
 */
public final class ExpectationMaximisation {

    private static final int MOST_STEPS = 500;
    private static final double CLOSE = 1e-6;
    /** A share of 0 would stay 0: each begins with at least about this. */
    private static final double LEAST_START = 1e-3;

    private ExpectationMaximisation() {}

    /**
     * @param posteriors {@code [N][K]}: the classes' calibrated probabilities where the classes are as frequent as in
     *        {@code sourceShares}
     * @param sourceShares {@code [K]}, above 0
     * @param bounds that the shares keep; the maximisation step is the most likely within them
     * @return {@code [K]}, sums to 1
     */
    public static double[] shares(double[][] posteriors, double[] sourceShares, ShareBounds bounds) {
        return shares(posteriors, sourceShares, bounds, sourceShares);
    }

    /** The same, beginning with {@code start}: the nearer to the end, the fewer steps. */
    static double[] shares(double[][] posteriors, double[] sourceShares, ShareBounds bounds, double[] start) {
        double[] shares = bounds
                .mostLikely(Arrays.stream(start).map(share -> share + LEAST_START / start.length).toArray());
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = bounds.mostLikely(expectedCounts(posteriors, sourceShares, shares));
            double change = 0;
            for (int k = 0; k < next.length; k++) {
                change = Math.max(change, Math.abs(next[k] - shares[k]));
            }
            shares = next;
            if (change < CLOSE) {
                break;
            }
        }
        return shares;
    }

    /** How many images of each class there are, as far as the present shares tell. */
    private static double[] expectedCounts(double[][] posteriors, double[] sourceShares, double[] shares) {
        int classes = shares.length;
        double[] ratios = new double[classes];
        for (int k = 0; k < classes; k++) {
            ratios[k] = shares[k] / sourceShares[k];
        }
        double[] counts = new double[classes];
        for (double[] row : posteriors) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += ratios[k] * row[k];
            }
            if (sum > 0) {
                for (int k = 0; k < classes; k++) {
                    counts[k] += ratios[k] * row[k] / sum;
                }
            }
        }
        for (double count : counts) {
            if (count > 0) {
                return counts;
            }
        }
        return shares;
    }
}
