package io.crossline.monitoring.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.crossline.monitoring.estimate.BootstrapInterval;
import io.crossline.monitoring.gate.ValidatorScore.Vote;
import io.crossline.monitoring.metrics.AnswerCosts;

/**
 * Decides between champion and candidate. Each validator votes for the model whose score is higher beyond the 95 % interval of a
 * paired bootstrap (the same images drawn for both; Efron 1979). The candidate is accepted where at least two vote for it and more
 * than for the champion; never by one alone. Labelled images decide before the votes where McNemar's test tells the models apart, or,
 * where the line's costs are told, the test of {@link PairedCosts}.
 * A guard that speaks up refuses whatever the votes.
 */
public final class VotingGate {

    private static final int LEAST_VOTES = 2;
    private static final double ALPHA = 0.05;
    /** Of labelled images, before they decide anything. */
    private static final int LEAST_LABELLED = 20;
    private static final int LEAST_ENSEMBLE = 3;
    /** Of accuracy on the source line. */
    private static final double GREATEST_LOSS = 0.03;

    private final List<Validator> validators;

    VotingGate(List<Validator> validators) {
        this.validators = List.copyOf(validators);
    }

    /** Where nobody told what errors cost. */
    public static VotingGate standard() {
        return standard(null);
    }

    /** @param costs of answers on the line, or null: then models are compared by how often they are right */
    public static VotingGate standard(AnswerCosts costs) {
        return new VotingGate(List.of(costs == null ? new EstimatedAccuracy() : new EstimatedCost(), new Stability(),
                new ImportanceWeightedAccuracy(),
                new InformationMaximisation(), new SoftNeighbourhoodDensity()));
    }

    /**
     * The standard validators and, from three models on, {@link EnsembleAgreement}. The ensemble of two is whichever of them is more
     * confident, which says nothing.
     *
     * @param costs of answers on the line, or null
     * @param models all that are compared, of the same images in the same order
     */
    static VotingGate ofSeveral(AnswerCosts costs, List<Evidence> models) {
        List<Validator> all = new ArrayList<>(standard(costs).validators);
        if (models.size() >= LEAST_ENSEMBLE) {
            all.add(new EnsembleAgreement(models));
        }
        return new VotingGate(all);
    }

    /**
     * The validators of a recommendation, and those that are measured but have no vote.
     *
     * @param models all that are compared, of the same images in the same order
     */
    public static VotingGate measured(List<Evidence> models) {
        List<Validator> all = new ArrayList<>(ofSeveral(null, models).validators);
        all.add(new CircularValidation());
        return new VotingGate(all);
    }

    /**
     * @param champion with {@code candidate} of the same images in the same order
     * @param paired both on labelled images, or null where there are none
     * @param seed the same evidence and seed give the same verdict
     */
    public GateVerdict judge(Evidence champion, Evidence candidate, PairedComparison paired, long seed) {
        List<ValidatorScore> scores = validators.stream()
                .map(validator -> score(validator, champion, candidate, seed)).toList();
        String collapse = ClassCollapse.objection(champion, candidate);
        boolean negativeTransfer = champion.sourceAccuracy() - candidate.sourceAccuracy() > GREATEST_LOSS;
        PairedComparison labelled = paired == null || paired.labelled() < LEAST_LABELLED ? null : paired;
        long forCandidate = votes(scores, Vote.CANDIDATE);
        long forChampion = votes(scores, Vote.CHAMPION);
        String against = objection(champion, candidate, labelled, collapse, negativeTransfer);
        boolean votedFor = forCandidate >= LEAST_VOTES && forCandidate > forChampion;
        boolean proven = labelled != null && labelled.candidateBetter(ALPHA);
        boolean accepted = against == null && (proven || votedFor);
        String reason = against != null ? against : reason(labelled, proven, forCandidate, forChampion, accepted);
        return new GateVerdict(accepted ? GateVerdict.Decision.ACCEPTED : GateVerdict.Decision.REFUSED, reason,
                champion.target().count(),
                labelled, scores, collapse != null, negativeTransfer, forCandidate > 0 && forChampion > 0);
    }

    private static String objection(Evidence champion, Evidence candidate, PairedComparison labelled, String collapse,
            boolean negativeTransfer) {
        if (collapse != null) {
            return collapse;
        }
        if (negativeTransfer) {
            return "The candidate forgot the source line: %.3f right there, the champion %.3f."
                    .formatted(candidate.sourceAccuracy(), champion.sourceAccuracy());
        }
        if (labelled != null && labelled.championBetter(ALPHA)) {
            return sentence(labelled);
        }
        return null;
    }

    private static String sentence(PairedComparison labelled) {
        return "Of %d labelled images %s.".formatted(labelled.labelled(), labelled.words());
    }

    private String reason(PairedComparison labelled, boolean proven, long forCandidate, long forChampion,
            boolean accepted) {
        if (proven) {
            return sentence(labelled);
        }
        return "%d of %d validators hold the candidate for better, %d the champion%s.".formatted(forCandidate,
                validators.size(), forChampion, accepted ? "" : ": not enough to replace it");
    }

    private static ValidatorScore score(Validator validator, Evidence champion, Evidence candidate, long seed) {
        Validator.Score before = validator.score(champion);
        Validator.Score after = validator.score(candidate);
        Random random = new Random(seed);
        double[] differences = new double[BootstrapInterval.RESAMPLES];
        int[] drawn = new int[before.images()];
        for (int i = 0; i < differences.length; i++) {
            Arrays.setAll(drawn, image -> random.nextInt(drawn.length));
            differences[i] = after.of().applyAsDouble(drawn) - before.of().applyAsDouble(drawn);
        }
        BootstrapInterval interval = BootstrapInterval.of(differences);
        Arrays.setAll(drawn, image -> image);
        return new ValidatorScore(validator.name(), before.of().applyAsDouble(drawn), after.of().applyAsDouble(drawn),
                interval.low(), interval.high(), Vote.of(interval.low(), interval.high()));
    }

    private static long votes(List<ValidatorScore> scores, Vote vote) {
        return scores.stream().filter(score -> score.vote() == vote).count();
    }
}
