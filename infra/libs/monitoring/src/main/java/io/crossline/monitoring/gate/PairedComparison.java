package io.crossline.monitoring.gate;

import java.util.Locale;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Both models on the same labelled target images.
 *
 * @param labelled images
 * @param p of the exact test of McNemar (1947), two-sided: how likely the models would differ as much by chance
 * @param costs what the answers cost, and then decides; null where nobody told costs
 */
public record PairedComparison(int labelled, int championRight, int candidateRight, double p, PairedCosts costs) {

    /** @param champion with {@code candidate} whether each model is right about each labelled image */
    public static PairedComparison of(boolean[] champion, boolean[] candidate) {
        if (champion.length != candidate.length) {
            throw new IllegalArgumentException(champion.length + " and " + candidate.length + " answers");
        }
        int championRight = 0;
        int candidateRight = 0;
        int onlyChampion = 0;
        int onlyCandidate = 0;
        for (int i = 0; i < champion.length; i++) {
            championRight += champion[i] ? 1 : 0;
            candidateRight += candidate[i] ? 1 : 0;
            onlyChampion += champion[i] && !candidate[i] ? 1 : 0;
            onlyCandidate += candidate[i] && !champion[i] ? 1 : 0;
        }
        int differing = onlyChampion + onlyCandidate;
        double p = differing == 0
                ? 1
                : Math.min(1, 2 * new BinomialDistribution(differing, 0.5)
                        .cumulativeProbability(Math.min(onlyChampion, onlyCandidate)));
        return new PairedComparison(champion.length, championRight, candidateRight, p, null);
    }

    /** The same, decided by what the answers cost. */
    public PairedComparison by(PairedCosts told) {
        return new PairedComparison(labelled, championRight, candidateRight, p, told);
    }

    /** One clause for people. */
    String words() {
        return costs == null
                ? String.format(Locale.ROOT, "the candidate is right about %d, the champion about %d (p = %.3f)",
                        candidateRight, championRight, p)
                : String.format(Locale.ROOT, "the candidate's answers cost %.3f each, the champion's %.3f (p = %.3f)",
                        costs.candidateCost(), costs.championCost(), costs.p());
    }

    boolean candidateBetter(double alpha) {
        return costs == null ? candidateRight > championRight && p <= alpha : costs.candidateBetter(alpha);
    }

    boolean championBetter(double alpha) {
        return costs == null ? championRight > candidateRight && p <= alpha : costs.championBetter(alpha);
    }
}
