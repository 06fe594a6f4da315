package io.crossline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final BackOff backOff = new BackOff();

    @Test
    void pausesDoubleAndTheSixthEndInTenMinutesIsTheLast() {
        List<Duration> pauses = IntStream.range(0, 5).mapToObj(n -> backOff.ended(at(n)).orElseThrow()).toList();

        assertThat(pauses).containsExactly(seconds(1), seconds(2), seconds(4), seconds(8), seconds(16));
        assertThat(backOff.ended(at(599))).isEmpty();
    }

    @Test
    void whatIsTenMinutesOldIsForgotten() {
        IntStream.range(0, 5).forEach(n -> backOff.ended(at(n)));

        // the first two are out of the window, so this one is the fourth in it
        assertThat(backOff.ended(at(601))).contains(seconds(8));
    }

    @Test
    void aPartThatEndsOnceInAWhileComesBackForEver() {
        assertThat(IntStream.range(0, 100).mapToObj(n -> backOff.ended(at(600L * n))))
                .allSatisfy(pause -> assertThat(pause).contains(seconds(1)));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
