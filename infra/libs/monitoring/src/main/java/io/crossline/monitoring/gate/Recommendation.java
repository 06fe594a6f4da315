package io.crossline.monitoring.gate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.crossline.contracts.Method;
import io.crossline.monitoring.gate.ValidatorScore.Vote;

/**
 * Which of an adaptation's models to use, found without a label of the target line.
 *
 * <p>
 * Each method's model meets the source classifier before the {@link VotingGate}. It is surely better where no guard speaks up and at
 * least three more validators vote for it than for the source classifier: the gate, which lets a candidate serve in shadow first, asks
 * for two. Where {@link EnsembleAgreement} votes for the source classifier, it is not, whatever the others say: a model can be sure and steady
 * about answers that none of the others gives. Where a mix of classes was told, it is surely better as well where
 * the mix proves the source classifier wrong ({@link ToldMix}). Of several, the one that wins most comparisons with the others by votes is recommended (Copeland 1951); among equals the
 * one with the most votes against the source classifier, then the first in the order of the methods.
 *
 * @param modelVersion the recommended model, or null where none is
 * @param method of it, or null
 * @param reason one or two sentences for people
 * @param comparisons each method's model as the candidate, the source classifier as the champion
 */
public record Recommendation(String modelVersion, Method method, String reason, List<Comparison> comparisons) {

    public static final String NONE = "No method is surely better than the source classifier.";

    private static final int LEAST_LEAD = 3;

    /** A method's model beside the source classifier, every validator's vote included. */
    public record Comparison(String modelVersion, Method method, GateVerdict verdict) {

        /** Votes for the model less those for the source classifier. */
        int lead() {
            return Recommendation.lead(verdict);
        }

        boolean surelyBetter() {
            return !verdict.classCollapse() && !verdict.negativeTransfer() && lead() >= LEAST_LEAD
                    && !aloneAgainstTheOthers();
        }

        private boolean aloneAgainstTheOthers() {
            return verdict.validators().stream().anyMatch(score -> score.name().equals(EnsembleAgreement.NAME)
                    && score.vote() == Vote.CHAMPION);
        }
    }

    public Recommendation {
        comparisons = List.copyOf(comparisons);
    }

    /** Nothing is compared, because of the sentence: such as that the source classifier is of no use. */
    public static Recommendation none(String because) {
        return new Recommendation(null, null, because + " " + NONE, List.of());
    }

    /** The source classifier is alone as yet. */
    public static Recommendation nothingToCompare() {
        return new Recommendation(null, null, "There is no method's model to compare the source classifier with.",
                List.of());
    }

    /**
     * @param source the source-only classifier, to be beaten
     * @param others the methods' models, in the order of the methods
     * @param seed the same contenders and seed give the same recommendation
     */
    public static Recommendation of(Contender source, List<Contender> others, long seed) {
        VotingGate committee = VotingGate.ofSeveral(source.evidence().costs(),
                Stream.concat(Stream.of(source), others.stream()).map(Contender::evidence).toList());
        List<Comparison> comparisons = others.stream()
                .map(other -> new Comparison(other.modelVersion(), other.method(),
                        committee.judge(source.evidence(), other.evidence(), null, seed)))
                .toList();
        List<Integer> better = IntStream.range(0, others.size())
                .filter(i -> comparisons.get(i).surelyBetter()
                        || ToldMix.provesBetter(source.evidence(), others.get(i).evidence(), comparisons.get(i)))
                .boxed().toList();
        Comparison best = null;
        int mostWins = 0;
        for (int i : better) {
            int wins = wins(others, better, i, committee, seed);
            if (best == null || wins > mostWins || wins == mostWins && comparisons.get(i).lead() > best.lead()) {
                best = comparisons.get(i);
                mostWins = wins;
            }
        }
        return best == null
                ? new Recommendation(null, null, NONE, comparisons)
                : new Recommendation(best.modelVersion(), best.method(), reason(best, source.evidence()), comparisons);
    }

    /** Comparisons with the other surely better models that it wins, less those that it loses. */
    private static int wins(List<Contender> others, List<Integer> better, int model, VotingGate committee, long seed) {
        return better.stream().filter(other -> other != model)
                .mapToInt(other -> Integer.signum(lead(committee.judge(others.get(other).evidence(),
                        others.get(model).evidence(), null, seed))))
                .sum();
    }

    private static int lead(GateVerdict verdict) {
        return Math.toIntExact(votes(verdict, Vote.CANDIDATE) - votes(verdict, Vote.CHAMPION));
    }

    private static long votes(GateVerdict verdict, Vote vote) {
        return verdict.validators().stream().filter(score -> score.vote() == vote).count();
    }

    private static String reason(Comparison best, Evidence source) {
        String votes = "%d of %d validators hold it for better than the source classifier, %d the source classifier"
                .formatted(votes(best.verdict(), Vote.CANDIDATE), best.verdict().validators().size(),
                        votes(best.verdict(), Vote.CHAMPION));
        return best.surelyBetter()
                ? "Recommended: %s (%s).".formatted(best.method().id(), votes)
                : "Recommended: %s. By the told mix of classes, the source classifier is wrong on %.0f %% of the images at least (%s)."
                        .formatted(best.method().id(), 100 * ToldMix.wrongAtLeast(source), votes);
    }
}
