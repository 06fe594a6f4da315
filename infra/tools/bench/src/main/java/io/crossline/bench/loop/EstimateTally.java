package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.crossline.monitoring.estimate.AccuracyEstimate;

/** How far an estimator's accuracies are from the counted ones. Errors are estimate - truth, in shares of 1. */
final class EstimateTally {

    private static final double MOST = 0.95;

    private final List<Double> errors = new ArrayList<>();
    private int intervals;
    private int held;
    private double widths;
    private final Set<String> worstFamilies = new TreeSet<>();

    void add(AccuracyEstimate estimate, double truth) {
        errors.add(estimate.accuracy() - truth);
        if (estimate.low() < estimate.high()) {
            intervals++;
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            widths += estimate.high() - estimate.low();
        }
        if (estimate.worstFamily() != null) {
            worstFamilies.add(estimate.worstFamily());
        }
    }

    int windows() {
        return errors.size();
    }

    /** Mean error; not a number without windows. */
    double bias() {
        return errors.stream().mapToDouble(error -> error).average().orElse(Double.NaN);
    }

    /** Mean absolute error; not a number without windows. */
    double meanError() {
        return errors.stream().mapToDouble(Math::abs).average().orElse(Double.NaN);
    }

    /** What 95 of 100 absolute errors do not exceed; not a number without windows. */
    double largeError() {
        List<Double> sorted = errors.stream().map(Math::abs).sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(MOST * sorted.size()) - 1);
    }

    /** Mean width of the intervals, 0 to 1; not a number without any: an interval from 0 to 1 holds everything and says nothing. */
    double meanWidth() {
        return intervals == 0 ? Double.NaN : widths / intervals;
    }

    /** Families of looks that intervals were widened for most, one for each model at most. */
    Set<String> worstFamilies() {
        return worstFamilies;
    }

    /** Windows whose interval holds the truth, of those with an interval. */
    Share held() {
        return new Share(held, intervals);
    }
}
