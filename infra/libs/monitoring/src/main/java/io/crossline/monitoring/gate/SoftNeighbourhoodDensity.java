package io.crossline.monitoring.gate;

import java.util.Arrays;

/**
 * How many neighbours an image has among the line's images, as the model's answers place them: the entropy of
 * {@code softmax(cos(p_i, p_j) / 0.05)} over the others, averaged (Saito et al. 2021, equations 1 to 4). It is greatest where all
 * images get one answer. Where people told a mix {@code q}, a model that is sure and right reaches {@code log(N - 1) - H(q)} of N
 * images, and the score is {@code -|density - that| - KL(mean p || q)}.
 */
final class SoftNeighbourhoodDensity implements Validator {

    private static final double TEMPERATURE = 0.05;

    @Override
    public String name() {
        return "neighbourhood";
    }

    @Override
    public Score score(Evidence evidence) {
        double[][] rows = normalised(evidence.target().probabilities());
        double[] density = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            density[i] = Entropy.of(neighbourhood(rows, i));
        }
        if (evidence.expectedMix() == null) {
            return Score.mean(density);
        }
        double expected = Math.log(Math.max(1, density.length - 1)) - Entropy.of(evidence.expectedMix());
        return new Score(density.length, drawn -> {
            double mean = Arrays.stream(drawn).mapToDouble(image -> density[image]).sum() / drawn.length;
            return -Math.abs(mean - expected)
                    - MixDistance.of(evidence.classShares(drawn), evidence.expectedMix());
        });
    }

    private static double[] neighbourhood(double[][] rows, int image) {
        double[] weights = new double[rows.length];
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            // no similarity is above 1: nothing overflows
            weights[j] = j == image ? 0 : Math.exp((dot(rows[image], rows[j]) - 1) / TEMPERATURE);
            sum += weights[j];
        }
        for (int j = 0; j < rows.length; j++) {
            weights[j] = sum == 0 ? 0 : weights[j] / sum;
        }
        return weights;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static double[][] normalised(float[][] rows) {
        double[][] normalised = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[rows[i].length];
            for (int k = 0; k < row.length; k++) {
                row[k] = rows[i][k];
            }
            double length = Math.sqrt(dot(row, row));
            for (int k = 0; k < row.length; k++) {
                row[k] /= length;
            }
            normalised[i] = row;
        }
        return normalised;
    }
}
