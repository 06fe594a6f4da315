package io.crossline.monitoring.novelty;

import java.util.Arrays;

/**
 * How rare a score is among those of known images:
 *
 * <pre>
 * p(s) = (1 + #{i : s_i >= s}) / (n + 1)
 * </pre>
 *
 * For an image that is exchangeable with the n known ones, {@code P(p <= a) <= a} for every {@code a}, whatever the scores'
 * distribution (Vovk, Gammerman and Shafer 2005; for outliers Bates et al. 2023, equation 2).
 */
public final class ConformalTest {

    private final double[] ascending;

    /** @param scores of known images that the score was not fitted to, at least one; greater is stranger */
    public ConformalTest(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("There are no scores of known images, expected at least one");
        }
        this.ascending = scores.clone();
        Arrays.sort(ascending);
    }

    /** @return above 0 to 1; at least {@code 1 / (n + 1)} */
    public double pValue(double score) {
        return (1.0 + ascending.length - below(score)) / (ascending.length + 1);
    }

    /** How many scores are below the given one. */
    private int below(double score) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
