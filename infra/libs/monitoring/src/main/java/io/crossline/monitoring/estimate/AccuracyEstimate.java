package io.crossline.monitoring.estimate;

/**
 * An accuracy that was not counted but estimated.
 *
 * @param accuracy 0 to 1
 * @param low lower end of the 95 % interval
 * @param high its upper end
 * @param worstFamily kind of look that the interval had to be widened for most, such as {@code contrast}; null where it was not widened
 */
public record AccuracyEstimate(double accuracy, double low, double high, String worstFamily) {

    /** With an interval that was not widened. */
    public AccuracyEstimate(double accuracy, double low, double high) {
        this(accuracy, low, high, null);
    }

    /** @param resampled accuracies of a bootstrap's {@link BootstrapInterval#RESAMPLES} samples; are sorted in place */
    static AccuracyEstimate bootstrapped(double accuracy, double[] resampled) {
        BootstrapInterval interval = BootstrapInterval.of(resampled);
        return new AccuracyEstimate(accuracy, Math.min(accuracy, interval.low()), Math.max(accuracy, interval.high()));
    }
}
