package io.crossline.monitoring.estimate;

import java.util.Arrays;

/**
 * The 95 % interval of a bootstrap, by percentiles (Efron 1979).
 *
 * @param low  lower end
 * @param high upper end
 */
public record BootstrapInterval(double low, double high) {

    /** Samples that are drawn for an interval. */
    public static final int RESAMPLES = 400;

    private static final double TAIL = 0.025;

    /** @param resampled the statistic on each sample; is sorted in place */
    public static BootstrapInterval of(double[] resampled) {
        Arrays.sort(resampled);
        return new BootstrapInterval(resampled[(int) (TAIL * resampled.length)],
                resampled[(int) ((1 - TAIL) * resampled.length)]);
    }
}
