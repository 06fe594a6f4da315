package io.crossline.monitoring.novelty;

import java.util.Arrays;

/**
 * The step-up procedure of Benjamini and Hochberg 1995: of the m p-values {@code p(1) <= ... <= p(m)} those up to the last
 * {@code p(k) <= k q / m} are discoveries. The expected share of false ones among them is at most {@code q}, also for conformal
 * p-values that share their known images (Bates et al. 2023, theorem 2).
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /**
     * @param pValues 0 to 1
     * @param rate q, above 0 to 1
     * @return the greatest p-value that is a discovery; 0 where none is
     */
    public static double threshold(double[] pValues, double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate is " + rate + ", expected above 0 to 1");
        }
        double[] ascending = pValues.clone();
        Arrays.sort(ascending);
        for (int k = ascending.length; k > 0; k--) {
            if (ascending[k - 1] <= k * rate / ascending.length) {
                return ascending[k - 1];
            }
        }
        return 0;
    }
}
