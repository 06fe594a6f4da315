package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.local.chaos.Outages.Sample;

class OutagesTest {

    private static final Duration END = seconds(100);

    @Test
    void theTimeFromAFaultUntilAllIsReadyCounts() {
        List<Sample> samples = List.of(sample(9, true), sample(12, false), sample(15, true), sample(41, true));

        assertThat(Outages.longest(List.of(seconds(10), seconds(40)), samples, END)).isEqualTo(seconds(5));
    }

    @Test
    void anAnswerRightAfterTheFaultMayBeFromBeforeItAndDoesNotCount() {
        List<Sample> samples = List.of(new Sample(Duration.ofMillis(10_300), true), sample(14, true));

        assertThat(Outages.longest(List.of(seconds(10)), samples, END)).isEqualTo(seconds(4));
    }

    @Test
    void aFaultDuringAnotherOneCountsFromTheFirst() {
        List<Sample> samples = List.of(sample(12, false), sample(18, false), sample(30, true));

        assertThat(Outages.longest(List.of(seconds(10), seconds(17)), samples, END)).isEqualTo(seconds(20));
    }

    @Test
    void whatIsNeverReadyAgainCountsUntilTheEnd() {
        assertThat(Outages.longest(List.of(seconds(10)), List.of(sample(50, false)), END)).isEqualTo(seconds(90));
        assertThat(Outages.longest(List.of(), List.of(sample(50, false)), END)).isZero();
    }

    private static Sample sample(int seconds, boolean ready) {
        return new Sample(seconds(seconds), ready);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
