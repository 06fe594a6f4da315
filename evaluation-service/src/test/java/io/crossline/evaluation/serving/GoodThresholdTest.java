package io.crossline.evaluation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.networks.inference.Predictions;

class GoodThresholdTest {

    /** Given defects of one kind, when thresholds are chosen by 200 of them again and again, then at most the limit of new ones escapes on average. */
    @Test
    void theLimitHoldsOnNewDefects() {
        Random random = new Random(5);
        double escaped = 0;
        int trials = 2000;
        for (int i = 0; i < trials; i++) {
            GoodThreshold threshold = GoodThreshold.of(0, random.doubles(200).toArray(), 0.05);
            assertThat(threshold.proven()).isTrue();
            escaped += 1 - threshold.least(); // the share of uniform probabilities at or above it
        }

        assertThat(escaped / trials).isLessThanOrEqualTo(0.05).isGreaterThan(0.04);
    }

    /** Reference: of 9 defects and a limit of 0.2, one may escape: (1 + 1) / (9 + 1). */
    @Test
    void asManyDefectsMayEscapeAsTheLimitLets() {
        double[] calledGood = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

        assertThat(GoodThreshold.of(0, calledGood, 0.2).least()).isCloseTo(0.8, within(1e-9)).isGreaterThan(0.8);
        assertThat(GoodThreshold.of(0, calledGood, 1).least()).isZero();
    }

    /** With 9 defects, a limit of 1 % cannot be shown: none of them may escape then, and it is said. */
    @Test
    void tooFewDefectsProveNothing() {
        double[] calledGood = new double[9];
        Arrays.fill(calledGood, 0.6);

        GoodThreshold threshold = GoodThreshold.of(0, calledGood, 0.01);

        assertThat(threshold.least()).isGreaterThan(0.6);
        assertThat(threshold.proven()).isFalse();
        assertThat(threshold.defects()).isEqualTo(9);
    }

    /** Given a threshold of 0.8, when a part is good with 0.7, then it is served as the most probable defect; a surer one stays good. */
    @Test
    void partsThatAreNotSurelyGoodAreServedAsDefects() {
        float[][] probabilities = {{0.7f, 0.1f, 0.2f}, {0.9f, 0.05f, 0.05f}, {0.3f, 0.6f, 0.1f}};
        Predictions limited = new GoodThreshold(0, 0.8, 100, true)
                .apply(new Predictions(probabilities, probabilities, new float[3][1]));

        assertThat(limited.label(0)).isEqualTo(2);
        assertThat(limited.confidence(0)).isCloseTo(2 / 3f, within(1e-6f));
        assertThat(limited.label(1)).isZero();
        assertThat(limited.label(2)).isEqualTo(1);
        assertThat(probabilities[0][0]).isEqualTo(0.7f);
    }
}
