package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.List;

import io.crossline.evaluation.estimate.AccuracyEstimate;

/** How far an estimator's accuracies are from the counted ones. Errors are estimate - truth, in shares of 1. */
final class EstimateTally {

    private static final double MOST = 0.95;

    private final List<Double> errors = new ArrayList<>();
    private int intervals;
    private int held;

    void add(AccuracyEstimate estimate, double truth) {
        errors.add(estimate.accuracy() - truth);
        if (estimate.low() < estimate.high()) {
            intervals++;
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
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

    /** Windows whose interval holds the truth, of those with an interval. */
    Share held() {
        return new Share(held, intervals);
    }
}
