package io.crossline.monitoring.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.monitoring.gate.ValidatorScore.Vote;
import io.crossline.networks.inference.Predictions;

class VotingGateTest {

    private static final int CLASSES = 4;
    private static final int TARGET = 300;
    private static final int SOURCE = 500;

    private final VotingGate committee = VotingGate.standard();

    /** Given a candidate that is sure, steady and right where the champion is not, when both meet, then it is accepted. */
    @Test
    void aClearlyBetterCandidateIsAccepted() {
        GateVerdict verdict = committee.judge(model(0.6, 0.97, 1), model(0.95, 0.97, 2), null, 7);

        assertThat(verdict.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(verdict.validators()).extracting(ValidatorScore::name).containsExactly("estimatedAccuracy",
                "stability", "weightedAccuracy", "information", "neighbourhood");
        assertThat(verdict.validators()).filteredOn(score -> score.vote() == Vote.CANDIDATE)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(verdict.reason()).contains("validators hold the candidate for better");
        assertThat(verdict.classCollapse()).isFalse();
        assertThat(verdict.negativeTransfer()).isFalse();
    }

    /** Given two models of which one knows a class more, when neither answers with it, then the verdict is as without it. */
    @Test
    void aClassThatNobodyAnswersWithChangesNothing() {
        GateVerdict verdict = committee.judge(model(0.6, 0.97, 1), model(0.95, 0.97, 2), null, 7);

        GateVerdict wider = committee.judge(model(0.6, 0.97, 1).widened(CLASSES + 1),
                model(0.95, 0.97, 2).widened(CLASSES + 1), null, 7);

        assertThat(wider).isEqualTo(verdict);
        assertThat(committee.judge(model(0.6, 0.97, 1).widened(CLASSES + 1).expecting(mixOfMore()),
                model(0.95, 0.97, 2).widened(CLASSES + 1).expecting(mixOfMore()), null, 7).accepted()).isTrue();
    }

    private static double[] mixOfMore() {
        double[] mix = new double[CLASSES + 1];
        Arrays.fill(mix, 0, CLASSES, 0.99 / CLASSES);
        mix[CLASSES] = 0.01;
        return mix;
    }

    @Test
    void aWorseCandidateIsRefused() {
        GateVerdict verdict = committee.judge(model(0.95, 0.97, 1), model(0.6, 0.97, 2), null, 7);

        assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
        assertThat(verdict.validators()).filteredOn(score -> score.vote() == Vote.CHAMPION).isNotEmpty();
    }

    @Test
    void theSameModelIsNotBetterThanItself() {
        GateVerdict verdict = committee.judge(model(0.8, 0.97, 1), model(0.8, 0.97, 1), null, 7);

        assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
        assertThat(verdict.validators()).extracting(ValidatorScore::vote).containsOnly(Vote.NONE);
        assertThat(verdict.reason()).contains("not enough to replace it");
    }

    /** Given a candidate that answers everything with one class and is sure of it, then the guard speaks up whatever the votes. */
    @Test
    void collapsedClassesAreRefused() {
        Evidence collapsed = new Evidence(constant(TARGET), List.of(constant(TARGET)), source(0.97, 3), labels());

        GateVerdict verdict = committee.judge(model(0.6, 0.97, 1), collapsed, null, 7);

        assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
        assertThat(verdict.classCollapse()).isTrue();
        assertThat(verdict.reason()).contains("collapsed");
    }

    @Test
    void aCandidateThatForgotTheSourceLineIsRefused() {
        GateVerdict verdict = committee.judge(model(0.6, 0.97, 1), model(0.95, 0.85, 2), null, 7);

        assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
        assertThat(verdict.negativeTransfer()).isTrue();
        assertThat(verdict.reason()).contains("forgot the source line");
    }

    /** Given labels that prove the champion, when the validators hold the candidate for better, then the labels count. */
    @Test
    void labelsCountMoreThanVotes() {
        PairedComparison championRight = PairedComparison.of(answers(40, 38), answers(40, 20));
        PairedComparison candidateRight = PairedComparison.of(answers(40, 20), answers(40, 38));

        GateVerdict refused = committee.judge(model(0.6, 0.97, 1), model(0.95, 0.97, 2), championRight, 7);
        GateVerdict accepted = committee.judge(model(0.8, 0.97, 1), model(0.8, 0.97, 1), candidateRight, 7);

        assertThat(refused.decision()).isEqualTo(Decision.REFUSED);
        assertThat(refused.reason()).contains("40 labelled images");
        assertThat(accepted.decision()).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void fewLabelsDecideNothing() {
        PairedComparison few = PairedComparison.of(answers(10, 10), answers(10, 0));

        assertThat(committee.judge(model(0.6, 0.97, 1), model(0.95, 0.97, 2), few, 7).paired()).isNull();
    }

    /** Reference: 9 of 10 differing images for one model, two-sided exact p = 22 / 1024. */
    @Test
    void pairedComparisonIsTheExactTest() {
        boolean[] champion = new boolean[12];
        boolean[] candidate = new boolean[12];
        for (int i = 0; i < 9; i++) {
            candidate[i] = true;
        }
        champion[9] = true;
        champion[10] = true;
        candidate[10] = true;

        PairedComparison paired = PairedComparison.of(champion, candidate);

        assertThat(paired.candidateRight()).isEqualTo(10);
        assertThat(paired.championRight()).isEqualTo(2);
        assertThat(paired.p()).isCloseTo(22.0 / 1024, org.assertj.core.api.Assertions.within(1e-12));
    }

    private static boolean[] answers(int images, int right) {
        boolean[] answers = new boolean[images];
        java.util.Arrays.fill(answers, 0, right, true);
        return answers;
    }

    /**
     * A model of that skill on the target line: a share of its answers is sure and steady, the others are neither.
     *
     * @param sourceAccuracy share of right answers on the source line
     */
    private static Evidence model(double skill, double sourceAccuracy, long seed) {
        Random random = new Random(seed);
        int[] classes = new int[TARGET];
        boolean[] sure = new boolean[TARGET];
        for (int i = 0; i < TARGET; i++) {
            classes[i] = i % CLASSES;
            sure[i] = random.nextDouble() < skill;
        }
        return new Evidence(answers(classes, sure, random), List.of(answers(classes, sure, random)),
                source(sourceAccuracy, seed), labels());
    }

    private static Predictions answers(int[] classes, boolean[] sure, Random random) {
        float[][] probabilities = new float[classes.length][];
        float[][] features = new float[classes.length][];
        for (int i = 0; i < classes.length; i++) {
            int said = sure[i] ? classes[i] : random.nextInt(CLASSES);
            probabilities[i] = row(said,
                    sure[i] ? 0.96f + 0.03f * random.nextFloat() : 0.4f + 0.2f * random.nextFloat());
            features[i] = features(sure[i] ? said : -1, random);
        }
        return new Predictions(probabilities, probabilities, features);
    }

    private static Predictions source(double accuracy, long seed) {
        Random random = new Random(seed + 100);
        int[] labels = labels();
        float[][] probabilities = new float[SOURCE][];
        float[][] features = new float[SOURCE][];
        for (int i = 0; i < SOURCE; i++) {
            boolean right = random.nextDouble() < accuracy;
            int said = right ? labels[i] : (labels[i] + 1) % CLASSES;
            probabilities[i] = row(said, right ? 0.96f + 0.03f * random.nextFloat() : 0.5f);
            features[i] = features(right ? said : -1, random);
        }
        return new Predictions(probabilities, probabilities, features);
    }

    private static Predictions constant(int images) {
        float[][] probabilities = new float[images][];
        float[][] features = new float[images][];
        Random random = new Random(5);
        for (int i = 0; i < images; i++) {
            probabilities[i] = row(0, 0.99f);
            features[i] = features(0, random);
        }
        return new Predictions(probabilities, probabilities, features);
    }

    private static int[] labels() {
        int[] labels = new int[SOURCE];
        for (int i = 0; i < SOURCE; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }

    private static float[] row(int said, float confidence) {
        float[] row = new float[CLASSES];
        java.util.Arrays.fill(row, (1 - confidence) / (CLASSES - 1));
        row[said] = confidence;
        return row;
    }

    private static float[] features(int said, Random random) {
        float[] features = new float[8];
        for (int d = 0; d < features.length; d++) {
            features[d] = (float) (0.3 * random.nextGaussian() + (d == said ? 1 : 0));
        }
        return features;
    }
}
