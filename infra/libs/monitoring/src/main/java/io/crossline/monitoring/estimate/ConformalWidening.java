package io.crossline.monitoring.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Widens intervals by how far they missed on sets of images whose accuracy is known. A set's miss, to either side, is measured in widths of
 * its own interval; the conformal quantile of a family's misses makes the intervals hold for looks of that family (conformalised quantile
 * regression: Romano et al. 2019; relative to the width: Sesia and Candès 2020), and the worst family decides for both ends. Of few sets the
 * quantile is the greatest miss, which another look of the family exceeds with a probability of {@code 1 / (n + 1)} for n sets. Nothing is
 * known of looks that are like none of the families.
 */
public final class ConformalWidening {

    private static final double LEVEL = 0.95;
    /** Added to widths: an interval without any is widened, too. */
    private static final double LEAST_WIDTH = 0.01;

    private final double widths;
    private final String worst;

    /** A set of images with its estimate and its counted accuracy. */
    public record Checked(String family, AccuracyEstimate estimate, double accuracy) {

        /** How far outside the interval, in its widths; negative inside. */
        double miss() {
            return Math.max(estimate.low() - accuracy, accuracy - estimate.high()) / width(estimate);
        }
    }

    private ConformalWidening(double widths, String worst) {
        this.widths = widths;
        this.worst = worst;
    }

    /** @param sets may be none: then nothing is widened */
    public static ConformalWidening of(List<Checked> sets) {
        Map<String, List<Checked>> families = sets.stream()
                .collect(Collectors.groupingBy(Checked::family, LinkedHashMap::new, Collectors.toList()));
        double most = 0;
        String worst = null;
        for (Map.Entry<String, List<Checked>> family : families.entrySet()) {
            double miss = quantile(family.getValue().stream().mapToDouble(Checked::miss).toArray());
            if (miss > most) {
                most = miss;
                worst = family.getKey();
            }
        }
        return new ConformalWidening(most, worst);
    }

    private static double quantile(double[] misses) {
        Arrays.sort(misses);
        return misses[Math.min(misses.length, (int) Math.ceil(LEVEL * (misses.length + 1))) - 1];
    }

    private static double width(AccuracyEstimate estimate) {
        return estimate.high() - estimate.low() + LEAST_WIDTH;
    }

    /** The same accuracy within an interval that is as wide or wider. */
    public AccuracyEstimate widen(AccuracyEstimate estimate) {
        double width = width(estimate);
        return new AccuracyEstimate(estimate.accuracy(), Math.max(0, estimate.low() - widths * width),
                Math.min(1, estimate.high() + widths * width), worst);
    }

    /** Widths that an interval gains at each end, 0 or more. */
    public double widths() {
        return widths;
    }

    /** The family that the intervals missed by most; null where they held for all. */
    public String worst() {
        return worst;
    }
}
