package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class ThresholdedConfidenceTest {

    /** Four of five right: the threshold is the second smallest confidence. */
    private static final ThresholdedConfidence BY_HAND = new ThresholdedConfidence(
            new double[]{0.9, 0.5, 0.6, 0.99, 0.8}, new boolean[]{true, false, true, true, true}, 1);

    @Test
    void theShareAboveTheThresholdIsTheEstimate() {
        assertThat(BY_HAND.accuracy()).isEqualTo(0.8, within(1e-12));
        assertThat(BY_HAND.estimate(new double[]{0.61, 0.59, 0.7, 0.2}).accuracy()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void onTheSameImagesItIsTheAccuracy() {
        assertThat(BY_HAND.estimate(new double[]{0.9, 0.5, 0.6, 0.99, 0.8}).accuracy()).isEqualTo(0.8, within(1e-12));
    }

    @Test
    void aModelThatIsNeverRightIsNotRightElsewhere() {
        ThresholdedConfidence wrong = new ThresholdedConfidence(new double[]{0.9, 0.4}, new boolean[]{false, false}, 1);

        assertThat(wrong.estimate(new double[]{0.99, 1}).accuracy()).isZero();
    }

    /** Given windows like the labelled images, when 100 are estimated, then the truth is near and within most intervals. */
    @Test
    void windowsWithoutDriftAreEstimatedClosely() {
        Runs runs = Runs.of(5, 5);

        assertThat(runs.meanError()).isLessThan(0.03);
        assertThat(runs.held()).isGreaterThanOrEqualTo(85);
    }

    /** Given windows of harder images, when 100 are estimated, then the loss is seen, and its size to within 7 points. */
    @Test
    void harderWindowsAreSeenToBeHarder() {
        Runs runs = Runs.of(5, 3);

        assertThat(runs.meanLoss()).isGreaterThan(0.05);
        assertThat(runs.meanError()).isLessThan(0.07);
    }

    /**
     * @param meanError mean distance of estimate and truth
     * @param meanLoss mean estimated loss of accuracy from the labelled images to the window
     * @param held intervals that hold the truth
     */
    private record Runs(double meanError, double meanLoss, int held) {

        /** A model that is right as often as it says, on images whose logits are drawn around these means. */
        static Runs of(double labelledLogit, double windowLogit) {
            Random random = new Random(5);
            double error = 0;
            double loss = 0;
            int held = 0;
            for (int run = 0; run < 100; run++) {
                double[] labelled = confidences(random, 1000, labelledLogit);
                ThresholdedConfidence estimator = new ThresholdedConfidence(labelled, answers(random, labelled), run);
                double[] window = confidences(random, 200, windowLogit);
                double truth = share(answers(random, window));
                AccuracyEstimate estimate = estimator.estimate(window);
                error += Math.abs(estimate.accuracy() - truth) / 100;
                loss += (estimator.accuracy() - estimate.accuracy()) / 100;
                held += estimate.low() - 1e-9 <= truth && truth <= estimate.high() + 1e-9 ? 1 : 0;
            }
            return new Runs(error, loss, held);
        }
    }

    private static double share(boolean[] answers) {
        int right = 0;
        for (boolean answer : answers) {
            right += answer ? 1 : 0;
        }
        return (double) right / answers.length;
    }

    @Test
    void theSameImagesGiveTheSameInterval() {
        double[] window = confidences(new Random(2), 50, 2);

        assertThat(BY_HAND.estimate(window)).isEqualTo(BY_HAND.estimate(window));
        assertThat(BY_HAND.estimate(window).low()).isLessThanOrEqualTo(BY_HAND.estimate(window).accuracy());
    }

    private static double[] confidences(Random random, int count, double logit) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 1 / (1 + Math.exp(-logit - 2.5 * random.nextGaussian()));
        }
        return values;
    }

    private static boolean[] answers(Random random, double[] confidences) {
        boolean[] answers = new boolean[confidences.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextDouble() < confidences[i];
        }
        return answers;
    }
}
