package io.crossline.monitoring.estimate;

import java.util.Arrays;

/** The smallest value that a share of all do not exceed. */
final class Quantile {

    private Quantile() {}

    /**
     * @param values at least one; sorts them
     * @param share above 0 to 1
     */
    static double of(double[] values, double share) {
        Arrays.sort(values);
        return values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
    }
}
