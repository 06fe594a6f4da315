package io.crossline.monitoring.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.monitoring.metrics.Costs;

class PairedCostsTest {

    private static final double EXACT = 1e-12;

    /** Reference: of 3 images that differ by 1 and 1 that differs by 5, 4 of the 16 signs give a sum of at least 6 either way. */
    @Test
    void theTestIsExact() {
        PairedCosts paired = PairedCosts.of(new double[]{1, 1, 0, 5, 0}, new double[]{0, 0, 1, 0, 0});

        assertThat(paired.championCost()).isCloseTo(7 / 5.0, within(EXACT));
        assertThat(paired.candidateCost()).isCloseTo(1 / 5.0, within(EXACT));
        // |sum| >= 6: the five positive with two or three of the ones positive, and the mirror images
        assertThat(paired.p()).isCloseTo(2 * (3 + 1) / 16.0, within(EXACT));
    }

    @Test
    void modelsWithoutADifferenceAreNotToldApart() {
        assertThat(PairedCosts.of(new double[]{1, 0}, new double[]{1, 0}).p()).isEqualTo(1);
    }

    /** Given a candidate that is right more often but lets defects escape, when an escape is dear, then the champion is held for better. */
    @Test
    void costsDecideAgainstMoreRightAnswers() {
        boolean[] champion = new boolean[40];
        boolean[] candidate = new boolean[40];
        double[] championCosts = new double[40];
        double[] candidateCosts = new double[40];
        for (int i = 0; i < 40; i++) {
            champion[i] = i >= 12; // twelve good parts called a defect
            candidate[i] = i < 30; // ten defects called good
            championCosts[i] = i < 12 ? 1 : 0;
            candidateCosts[i] = i < 30 ? 0 : 20;
        }

        PairedComparison byAccuracy = PairedComparison.of(champion, candidate);
        PairedComparison byCost = byAccuracy.by(PairedCosts.of(championCosts, candidateCosts));

        assertThat(byAccuracy.championBetter(0.05)).isFalse();
        assertThat(byCost.championBetter(0.05)).isTrue();
        assertThat(byCost.words()).contains("cost 5.000 each, the champion's 0.300");
    }

    /** A defect that is taken for another defect costs nothing; what is estimated counts it as the dearest that it can be. */
    @Test
    void answersCostByTheirSide() {
        AnswerCosts costs = new AnswerCosts(new Costs(20, 1), 0);

        assertThat(List.of(costs.of(0, 0), costs.of(1, 2), costs.of(1, 0), costs.of(0, 2)))
                .containsExactly(0.0, 0.0, 20.0, 1.0);
        assertThat(costs.ofWrong(0)).isEqualTo(20);
        assertThat(costs.ofWrong(2)).isEqualTo(1);
    }
}
