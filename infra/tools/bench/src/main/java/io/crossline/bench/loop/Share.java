package io.crossline.bench.loop;

import java.util.Locale;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * So many of so many, with the 95 % interval of Wilson 1927.
 *
 * @param hits 0 to {@code all}
 */
record Share(int hits, int all) {

    private static final double LEVEL = 0.95;

    Share {
        if (hits < 0 || hits > all) {
            throw new IllegalArgumentException("hits is " + hits + ", expected 0 to " + all);
        }
    }

    double value() {
        return all == 0 ? Double.NaN : (double) hits / all;
    }

    double low() {
        return all == 0 || hits == 0 ? 0 : interval().getLowerBound();
    }

    double high() {
        return all == 0 || hits == all ? 1 : interval().getUpperBound();
    }

    private ConfidenceInterval interval() {
        return BinomialProportion.getWilsonScoreInterval(all, (double) hits / all, LEVEL);
    }

    /** Such as {@code 1.2 % (0.7 to 2.0)}, or {@code -} of none. */
    @Override
    public String toString() {
        return all == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * value(), 100 * low(), 100 * high());
    }
}
