package io.crossline.monitoring.gate;

import java.util.HashMap;
import java.util.Map;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * What both models' answers on the same labelled target images cost.
 *
 * @param championCost mean cost of an image, {@code candidateCost} likewise
 * @param p of the exact test that changes the sign of each image's difference at random (Fisher 1935), two-sided: how likely the costs would
 *        differ as much by chance
 */
public record PairedCosts(double championCost, double candidateCost, double p) {

    private static final double ROUNDING = 1e-9;

    /** @param champion with {@code candidate} cost of each model's answer on each image, of a few different values */
    public static PairedCosts of(double[] champion, double[] candidate) {
        double before = 0;
        double after = 0;
        Map<Double, Integer> differences = new HashMap<>();
        for (int i = 0; i < champion.length; i++) {
            before += champion[i] / champion.length;
            after += candidate[i] / candidate.length;
            double difference = Math.abs(champion[i] - candidate[i]);
            if (difference > 0) {
                differences.merge(difference, 1, Integer::sum);
            }
        }
        return new PairedCosts(before, after, p(differences, Math.abs(before - after) * champion.length));
    }

    /** @param differences how often each size of a difference occurs */
    private static double p(Map<Double, Integer> differences, double observed) {
        Map<Double, Double> sums = Map.of(0.0, 1.0);
        for (var entry : differences.entrySet()) {
            int n = entry.getValue();
            BinomialDistribution positive = new BinomialDistribution(n, 0.5);
            Map<Double, Double> next = new HashMap<>();
            for (int k = 0; k <= n; k++) {
                double added = entry.getKey() * (2 * k - n);
                double probability = positive.probability(k);
                sums.forEach((sum, before) -> next.merge(rounded(sum + added), before * probability, Double::sum));
            }
            sums = next;
        }
        return Math.min(1, sums.entrySet().stream().filter(sum -> Math.abs(sum.getKey()) >= observed - ROUNDING)
                .mapToDouble(Map.Entry::getValue).sum());
    }

    private static double rounded(double sum) {
        return Math.rint(sum / ROUNDING) * ROUNDING;
    }

    boolean candidateBetter(double alpha) {
        return candidateCost < championCost && p <= alpha;
    }

    boolean championBetter(double alpha) {
        return championCost < candidateCost && p <= alpha;
    }
}
