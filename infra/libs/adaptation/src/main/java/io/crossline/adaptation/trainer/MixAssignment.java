package io.crossline.adaptation.trainer;

import java.util.Arrays;

/**
 * Class probabilities of images, changed as little as possible so that their mean is a known mix of classes: the probabilities times one
 * factor a class, found by Sinkhorn's iteration (Sinkhorn 1964; Cuturi 2013, algorithm 1).
 */
public final class MixAssignment {

    private static final int ITERATIONS = 500;
    private static final double TOLERANCE = 1e-6;
    /** An image that the classifier is sure of can still be given to another class where the mix leaves no other way. */
    private static final double SMALLEST = 1e-12;

    private MixAssignment() {}

    /**
     * @param probabilities {@code [N][K]}, rows sum to 1
     * @param mix {@code [K]}, each above 0, sums to 1
     * @return {@code [K]}, above 0, with a product of 1
     */
    public static double[] factors(float[][] probabilities, double[] mix) {
        double[] factors = new double[mix.length];
        Arrays.fill(factors, 1);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] mean = mean(probabilities, factors);
            double largest = 0;
            double logarithms = 0;
            for (int k = 0; k < mix.length; k++) {
                largest = Math.max(largest, Math.abs(mean[k] - mix[k]));
                factors[k] *= mix[k] / mean[k];
                logarithms += Math.log(factors[k]) / mix.length;
            }
            for (int k = 0; k < mix.length; k++) {
                factors[k] /= Math.exp(logarithms);
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return factors;
    }

    /** The probabilities times the factors, {@code [N][K]}; rows sum to 1. */
    public static float[][] assign(float[][] probabilities, double[] factors) {
        float[][] assigned = new float[probabilities.length][];
        for (int i = 0; i < assigned.length; i++) {
            double sum = sum(probabilities[i], factors);
            assigned[i] = new float[factors.length];
            for (int k = 0; k < factors.length; k++) {
                assigned[i][k] = (float) ((probabilities[i][k] + SMALLEST) * factors[k] / sum);
            }
        }
        return assigned;
    }

    private static double[] mean(float[][] probabilities, double[] factors) {
        double[] mean = new double[factors.length];
        for (float[] row : probabilities) {
            double sum = sum(row, factors) * probabilities.length;
            for (int k = 0; k < factors.length; k++) {
                mean[k] += (row[k] + SMALLEST) * factors[k] / sum;
            }
        }
        return mean;
    }

    private static double sum(float[] row, double[] factors) {
        double sum = 0;
        for (int k = 0; k < factors.length; k++) {
            sum += (row[k] + SMALLEST) * factors[k];
        }
        return sum;
    }
}
