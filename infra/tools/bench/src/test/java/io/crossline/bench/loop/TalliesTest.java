package io.crossline.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.datasets.simulator.ClassMix;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.PictureStatistic;
import io.crossline.monitoring.drift.WindowFinding;
import io.crossline.monitoring.estimate.AccuracyEstimate;

class TalliesTest {

    /** Against Wilson's formula by hand: 5 of 100, and none of 200. */
    @Test
    void givenCounts_whenAsked_thenWilsonsIntervalIsTold() {
        assertThat(new Share(5, 100).low()).isEqualTo(0.0215, within(1e-4));
        assertThat(new Share(5, 100).high()).isEqualTo(0.1118, within(1e-4));
        assertThat(new Share(0, 200)).hasToString("0.0 % (0.0 to 1.9)");
        assertThat(new Share(3, 3).high()).isEqualTo(1);
        assertThat(new Share(0, 0)).hasToString("-");
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(2, 1));
    }

    @Test
    void givenTwoRunsOfWindows_whenTallied_thenSharesAndDelaysComeOut() {
        // given
        DriftTally tally = new DriftTally();
        // when
        tally.add(List.of(found(1, 0.2, false), found(2, 0.001, false), found(3, 0.001, true)), 0.005);
        tally.add(List.of(found(1, 0.001, false), found(2, 0.3, false)), 0.005);
        // then
        assertThat(tally.drifted()).isEqualTo(new Share(3, 5));
        assertThat(tally.missed()).isEqualTo(new Share(2, 5));
        assertThat(tally.byFeatures()).isEqualTo(new Share(3, 5));
        assertThat(tally.byStatistics()).isEqualTo(new Share(0, 5));
        assertThat(tally.confirmed()).isEqualTo(new Share(1, 5));
        assertThat(tally.confirmedRuns()).isEqualTo(new Share(1, 2));
        assertThat(tally.windowsToConfirmation()).isEqualTo(3);
        assertThat(new DriftTally().windowsToConfirmation()).isNaN();
    }

    @Test
    void givenEstimates_whenTallied_thenErrorsAndIntervalsComeOut() {
        // given
        EstimateTally tally = new EstimateTally();
        // when
        tally.add(new AccuracyEstimate(0.9, 0.85, 0.95), 0.8);
        tally.add(new AccuracyEstimate(0.7, 0.6, 0.8, "blur"), 0.75);
        tally.add(new AccuracyEstimate(0.5, 0.5, 0.5), 0.5);
        // then
        assertThat(tally.bias()).isEqualTo(0.05 / 3, within(1e-9));
        assertThat(tally.meanError()).isEqualTo(0.05, within(1e-9));
        assertThat(tally.largeError()).isEqualTo(0.1, within(1e-9));
        assertThat(tally.held()).as("a bare number has no interval").isEqualTo(new Share(1, 2));
        assertThat(tally.meanWidth()).isEqualTo(0.15, within(1e-9));
        assertThat(tally.worstFamilies()).containsExactly("blur");
        assertThat(new EstimateTally().meanWidth()).isNaN();
    }

    @Test
    void givenAPlan_whenAsked_thenWindowsFollowTheKind() {
        // given
        WindowKind same = WindowKinds.of(0).get(0);
        WindowKind mix = WindowKinds.of(0).get(1);
        WindowKind light = WindowKinds.of(0).get(5);
        Plan both = new Plan(200, true, true);
        // then
        assertThat(List.of(both.windows(same), both.windows(mix), both.windows(light))).containsExactly(200, 25, 8);
        assertThat(both.runLength(light)).isEqualTo(4);
        assertThat(new Plan(200, true, false).estimated(same)).isZero();
        assertThat(new Plan(200, false, true).windows(light)).isEqualTo(both.estimated(light)).isPositive();
    }

    @Test
    void givenAnAdaptedLine_whenItsKindsAreListed_thenDriftGoesOnFromThere() {
        assertThat(WindowKinds.of(0.3)).extracting(WindowKind::name).contains("worn 0.35").doesNotContain("worn 0.2");
        assertThat(WindowKinds.of(0.3).get(0).profile()).isEqualTo(WindowKinds.wornAt(0.3));
        assertThat(WindowKinds.of(0)).filteredOn(kind -> !kind.change()).hasSize(6)
                .allMatch(kind -> kind.profile().equals(WindowKinds.wornAt(0)));
    }

    @Test
    void givenResults_whenReported_thenEachTableHasItsRows() {
        // given
        Results results = new Results();
        WindowKind kind = new WindowKind("darker", "light", true, WindowKinds.wornAt(0), ClassMix.BALANCED);
        results.accuracy("source", kind, 0.9);
        results.accuracy("source", kind, 0.8);
        results.drift("source", "trained on", kind).add(List.of(found(1, 0.001, false)), 0.005);
        results.estimates("source", "guess", "light").add(new AccuracyEstimate(0.75, 0.75, 0.75), 0.5);
        results.estimates("source", "guess", "focus").add(new AccuracyEstimate(0.75, 0.7, 0.8, "blur"), 0.5);
        results.estimates("source", "guess", "wear").add(new AccuracyEstimate(0.75, 0.7, 0.8), 0.75);
        results.estimates("source", "guess", Results.ALL).add(new AccuracyEstimate(0.9, 0.9, 0.9), 0.8);
        // when
        RatesReport report = new RatesReport(results);
        // then
        assertThat(report.driftTable()).contains("source, trained on, darker", "0.850", "0 of 1");
        assertThat(report.estimateTable()).contains("light", "source, guess", "0.250", "focus, 0.0 % (0.0 to");
        assertThat(report.json().toString()).contains("meanError=0.25", "windowsToConfirmation=null",
                "widenedFor=[blur]");
    }

    private static DriftFinding found(int window, double featuresP, boolean confirmed) {
        WindowFinding finding = new WindowFinding(featuresP <= 0.005, false, false, featuresP,
                Map.of(PictureStatistic.NOISE, 0.5), 1, Map.of(), Map.of());
        return new DriftFinding(window, List.of(), finding, "", confirmed ? 2 : 0, confirmed);
    }
}
