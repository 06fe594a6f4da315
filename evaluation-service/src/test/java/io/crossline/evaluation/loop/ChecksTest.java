package io.crossline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/** What ends a candidate's time in shadow, and a champion's on probation. */
class ChecksTest {

    @Test
    void aSureCandidateOfAllClassesPassesTheShadow() {
        ShadowCheck check = ShadowCheck.of(observations(0.7, 0, 1, 2, 3), observations(0.9, 0, 1, 2, 2));

        assertThat(check.agreement()).isEqualTo(0.75);
        assertThat(check.passed()).isTrue();
        assertThat(check.reason()).contains("agreed with the champion on 75 %").contains("0.900 beside 0.700");
    }

    @Test
    void aCandidateThatIsLessSureOrKnowsFewerClassesFails() {
        ShadowCheck unsure = ShadowCheck.of(observations(0.9, 0, 1, 2, 3), observations(0.8, 0, 1, 2, 3));
        ShadowCheck collapsed = ShadowCheck.of(observations(0.9, 0, 1, 2, 3), observations(0.99, 0, 0, 0, 0));

        assertThat(unsure.passed()).isFalse();
        assertThat(unsure.reason()).contains("less sure than the champion");
        assertThat(collapsed.passed()).isFalse();
        assertThat(collapsed.reason()).contains("only 25 % of the classes");
    }

    /** Reference: differences of 0.08 with half-widths of 0.05 and 0.05: the interval is 0.08 +- 0.0707. */
    @Test
    void probationFailsWhereTheModelBeforeDoesBetterBeyondTheIntervals() {
        AccuracyEstimate champion = new AccuracyEstimate(0.82, 0.77, 0.87);

        assertThat(Probation.fails(champion, new AccuracyEstimate(0.90, 0.85, 0.95))).isTrue();
        assertThat(Probation.fails(champion, new AccuracyEstimate(0.89, 0.84, 0.94))).isFalse();
        assertThat(Probation.fails(champion, new AccuracyEstimate(0.70, 0.65, 0.75))).isFalse();
        assertThat(Probation.fails(champion, null)).isFalse();
        assertThat(Probation.fails(null, champion)).isFalse();
    }

    private static List<Observation> observations(double confidence, int... classes) {
        return IntStream.of(classes)
                .mapToObj(k -> new Observation(new float[]{0}, new double[]{0}, k, confidence, null)).toList();
    }
}
