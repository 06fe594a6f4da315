package io.crossline.monitoring.metrics;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A share that was counted on images, with its 95 % interval.
 *
 * @param value 0 to 1
 * @param low lower end of the interval, 0 to {@code value}
 * @param high upper end, {@code value} to 1
 */
public record MeasuredShare(double value, double low, double high) {

    private static final double LEVEL = 0.95;

    public MeasuredShare {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException("A share of " + value + " with the interval " + low + " to " + high
                    + ", expected 0 <= low <= value <= high <= 1");
        }
    }

    /**
     * The interval is that of Wilson 1927.
     *
     * @param hits 0 to {@code images}
     * @return null without images
     */
    static MeasuredShare of(long hits, long images) {
        if (images == 0) {
            return null;
        }
        double value = (double) hits / images;
        ConfidenceInterval interval = BinomialProportion.getWilsonScoreInterval(Math.toIntExact(images), value, LEVEL);
        return around(value, interval.getLowerBound(), interval.getUpperBound());
    }

    /** Rounding may put an end a little beyond the value, 0 or 1. */
    static MeasuredShare around(double value, double low, double high) {
        return new MeasuredShare(value, Math.min(value, Math.max(0, low)), Math.max(value, Math.min(1, high)));
    }
}
