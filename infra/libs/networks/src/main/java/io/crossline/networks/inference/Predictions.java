package io.crossline.networks.inference;

import java.util.Arrays;

/**
 * What a classifier says of N images.
 *
 * @param logits {@code [N][K]}
 * @param probabilities {@code [N][K]}, rows sum to 1
 * @param features {@code [N][128]}, the feature extractor's output
 */
public record Predictions(float[][] logits, float[][] probabilities, float[][] features) {

    public int count() {
        return logits.length;
    }

    /** Class with the highest probability. */
    public int label(int image) {
        float[] row = probabilities[image];
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            if (row[k] > row[best]) {
                best = k;
            }
        }
        return best;
    }

    /** The same of a classifier that knows further classes, after its own, and never answers with one of them. */
    public Predictions widened(int classes) {
        return new Predictions(widened(logits, classes, Float.NEGATIVE_INFINITY), widened(probabilities, classes, 0),
                features);
    }

    private static float[][] widened(float[][] rows, int columns, float value) {
        return Arrays.stream(rows).map(row -> {
            float[] wide = Arrays.copyOf(row, Math.max(row.length, columns));
            Arrays.fill(wide, row.length, wide.length, value);
            return wide;
        }).toArray(float[][]::new);
    }

    /** Probability of {@link #label(int)}. */
    public float confidence(int image) {
        return probabilities[image][label(image)];
    }
}
