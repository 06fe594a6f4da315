package io.crossline.networks.inference;

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

    /** Probability of {@link #label(int)}. */
    public float confidence(int image) {
        return probabilities[image][label(image)];
    }
}
