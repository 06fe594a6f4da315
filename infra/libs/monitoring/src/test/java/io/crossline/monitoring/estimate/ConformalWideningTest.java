package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.estimate.ConformalWidening.Checked;

class ConformalWideningTest {

    /** Given intervals of 0.1, a blur that is missed by 0.055 below and a turn missed by 0.11 above, then these decide. */
    @Test
    void theWorstFamilyDecidesForBothEnds() {
        ConformalWidening widening = ConformalWidening.of(List.of(checked("noise", 0.8), checked("blur", 0.695),
                checked("blur", 0.8), checked("turn", 0.8), checked("turn", 0.96)));

        AccuracyEstimate widened = widening.widen(new AccuracyEstimate(0.5, 0.4, 0.59));

        // by 0.11 / 0.11 of 0.2 each
        assertThat(widened.low()).isEqualTo(0.2, within(1e-9));
        assertThat(widened.high()).isEqualTo(0.79, within(1e-9));
        assertThat(widened.accuracy()).isEqualTo(0.5);
        assertThat(widened.worstFamily()).isEqualTo("turn");
        assertThat(widening.widths()).isEqualTo(1, within(1e-9));
    }

    @Test
    void intervalsThatHoldStayAsTheyAre() {
        AccuracyEstimate estimate = new AccuracyEstimate(0.8, 0.75, 0.85);

        assertThat(ConformalWidening.of(List.of(checked("noise", 0.8))).widen(estimate)).isEqualTo(estimate);
        assertThat(ConformalWidening.of(List.of()).widen(estimate)).isEqualTo(estimate);
    }

    @Test
    void boundsStayShares() {
        ConformalWidening widening = ConformalWidening.of(List.of(checked("noise", 0)));

        assertThat(widening.widen(new AccuracyEstimate(0.5, 0.1, 0.9)).low()).isZero();
        assertThat(widening.widen(new AccuracyEstimate(0.5, 0.1, 0.9)).high()).isEqualTo(1);
    }

    /**
     * Given families whose estimates err by 1, 4 and 8 points and intervals of 6 points, when calibrated on nine sets of each, then the
     * intervals hold for new sets of the worst family as often as nine sets can make sure, 90 %, where before they held for few.
     */
    @Test
    void widenedIntervalsHoldForEveryFamily() {
        Random random = new Random(1);
        int before = 0;
        int after = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            List<Checked> sets = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                sets.add(drawn("noise", 0.01, random));
                sets.add(drawn("blur", 0.04, random));
                sets.add(drawn("place", 0.08, random));
            }
            ConformalWidening widening = ConformalWidening.of(sets);
            Checked another = drawn("place", 0.08, random);
            before += holds(another.estimate(), another.accuracy());
            after += holds(widening.widen(another.estimate()), another.accuracy());
        }
        assertThat(before / (double) runs).isLessThan(0.4);
        assertThat(after / (double) runs).isGreaterThan(0.87);
    }

    private static int holds(AccuracyEstimate estimate, double accuracy) {
        return estimate.low() <= accuracy && accuracy <= estimate.high() ? 1 : 0;
    }

    private static Checked drawn(String family, double error, Random random) {
        double estimate = 0.5 + error * random.nextGaussian();
        return new Checked(family, new AccuracyEstimate(estimate, estimate - 0.03, estimate + 0.03), 0.5);
    }

    private static Checked checked(String family, double accuracy) {
        return new Checked(family, new AccuracyEstimate(0.8, 0.75, 0.85), accuracy);
    }
}
