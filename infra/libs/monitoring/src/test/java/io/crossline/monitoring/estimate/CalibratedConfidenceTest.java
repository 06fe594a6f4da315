package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CalibratedConfidenceTest {

    private static final int RUNS = 40;
    private static final DoubleUnaryOperator AS_IT_SAYS = confidence -> confidence;
    /** Right less often than it says: the logit halved, less one. */
    private static final DoubleUnaryOperator TOO_SURE = confidence -> 1
            / (1 + Math.exp(1 - 0.5 * Math.log(confidence / (1 - confidence))));

    /** Given a model that is less often right on the line than it says, when 30 images are labelled, then the error halves. */
    @Test
    void aFewLabelsCorrectAConfidenceThatMeansLessOnTheLine() {
        Runs without = Runs.of(TOO_SURE, 0, false);
        Runs with = Runs.of(TOO_SURE, 30, false);

        assertThat(without.meanError()).isGreaterThan(0.15);
        assertThat(with.meanError()).isLessThan(0.5 * without.meanError());
        assertThat(with.held()).isGreaterThanOrEqualTo(34);
    }

    /** Given that half of the labelled images are the least sure of many, then that does not bias the estimate. */
    @Test
    void labelsOfUnsureImagesServeToo() {
        Runs without = Runs.of(TOO_SURE, 0, false);
        Runs with = Runs.of(TOO_SURE, 30, true);

        assertThat(with.meanError()).isLessThan(0.5 * without.meanError());
        assertThat(Math.abs(with.meanBias())).isLessThan(0.05);
    }

    /** Given a model that is right as often as it says, then labels change little, and most intervals hold the truth. */
    @Test
    void withoutAShiftLabelsDoNoHarm() {
        Runs without = Runs.of(AS_IT_SAYS, 0, false);
        Runs with = Runs.of(AS_IT_SAYS, 30, false);

        assertThat(without.meanError()).isLessThan(0.04);
        assertThat(without.held()).isGreaterThanOrEqualTo(34);
        assertThat(with.meanError()).isLessThan(0.05);
        assertThat(with.held()).isGreaterThanOrEqualTo(34);
    }

    @Test
    void theFitIsWhereThePenalisedLikelihoodIsGreatest() {
        double[] logits = {-1, 0.5, 2, 3, -0.5};
        boolean[] correct = {false, true, true, false, true};
        double[] weights = {1, 0.5, 1, 1, 2};

        LogisticCalibration fit = LogisticCalibration.NONE.fit(logits, correct, weights,
                LogisticCalibration.NONE);

        // its derivatives are zero
        double byIntercept = fit.intercept();
        double bySlope = fit.slope() - 1;
        for (int i = 0; i < logits.length; i++) {
            double error = weights[i] * (fit.probability(logits[i]) - (correct[i] ? 1 : 0));
            byIntercept += error;
            bySlope += error * logits[i];
        }
        assertThat(byIntercept).isCloseTo(0, within(1e-3));
        assertThat(bySlope).isCloseTo(0, within(1e-3));
    }

    /** Given that all labelled answers are right, and confidences of 0 and 1, then the fit is finite and not beyond doubt. */
    @Test
    void answersThatAreAllRightDoNotMakeItSure() {
        CalibratedConfidence sure = new CalibratedConfidence(new double[0], new boolean[0], new double[]{1, 0.9, 0},
                new boolean[]{true, true, true}, 1);

        assertThat(sure.labelled()).isEqualTo(3);
        assertThat(sure.probability(0.5)).isStrictlyBetween(0.5, 1.0);
        assertThat(sure.estimate(new double[]{0, 1}).accuracy()).isBetween(0.0, 1.0);
    }

    @Test
    void theSameImagesGiveTheSameInterval() {
        double[] window = {0.9, 0.3, 0.8};
        CalibratedConfidence one = new CalibratedConfidence(new double[]{0.9, 0.4}, new boolean[]{true, false},
                new double[0], new boolean[0], 4);

        assertThat(one.estimate(window)).isEqualTo(one.estimate(window));
        assertThat(one.estimate(window).low()).isLessThanOrEqualTo(one.estimate(window).accuracy());
        assertThat(one.estimate(window).high()).isGreaterThanOrEqualTo(one.estimate(window).accuracy());
    }

    @Test
    void withoutAnyAnswerThereIsNothingToGoBy() {
        assertThatThrownBy(
                () -> new CalibratedConfidence(new double[0], new boolean[0], new double[0], new boolean[0], 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one");
        assertThatThrownBy(
                () -> new CalibratedConfidence(new double[1], new boolean[2], new double[0], new boolean[0], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * @param meanError mean distance of estimate and truth
     * @param meanBias mean of estimate less truth
     * @param held intervals, of 40, that hold the truth
     */
    private record Runs(double meanError, double meanBias, int held) {

        /** 40 windows of 200 images; 200 source images on which the model is right as often as it says. */
        static Runs of(DoubleUnaryOperator right, int labels, boolean unsure) {
            Random random = new Random(11);
            double error = 0;
            double bias = 0;
            int held = 0;
            for (int run = 0; run < RUNS; run++) {
                double[] source = confidences(random, 200);
                double[] asked = confidences(random, labels);
                if (unsure) {
                    double[] many = confidences(random, 10 * labels);
                    Arrays.sort(many);
                    System.arraycopy(many, 0, asked, 0, labels / 2);
                }
                CalibratedConfidence estimator = new CalibratedConfidence(source, answers(random, source, AS_IT_SAYS),
                        asked, answers(random, asked, right), run);
                double[] window = confidences(random, 200);
                boolean[] answers = answers(random, window, right);
                double truth = IntStream.range(0, 200).filter(i -> answers[i]).count() / 200.0;
                AccuracyEstimate estimate = estimator.estimate(window);
                error += Math.abs(estimate.accuracy() - truth) / RUNS;
                bias += (estimate.accuracy() - truth) / RUNS;
                held += estimate.low() - 1e-9 <= truth && truth <= estimate.high() + 1e-9 ? 1 : 0;
            }
            return new Runs(error, bias, held);
        }
    }

    private static double[] confidences(Random random, int count) {
        return random.doubles(count).map(uniform -> 1 / (1 + Math.exp(-6 * uniform))).toArray();
    }

    private static boolean[] answers(Random random, double[] confidences, DoubleUnaryOperator right) {
        boolean[] answers = new boolean[confidences.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextDouble() < right.applyAsDouble(confidences[i]);
        }
        return answers;
    }
}
