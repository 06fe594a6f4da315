package io.crossline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Throughput throughput = new Throughput(Duration.ofMinutes(1));

    @Test
    void givesTheMeanOfTheLastTenSecondsAndASeriesByTwoSeconds() {
        // Given 128 images a second for ten seconds
        for (int second = 0; second < 10; second++) {
            throughput.add("line-a", 128, START.plusSeconds(second));
        }

        // When asked in the last of these seconds
        LineThroughput line = throughput.at(START.plusSeconds(9)).get(0);

        // Then rate and series say so
        assertThat(line.imagesPerSecond()).isCloseTo(128, within(1e-9));
        assertThat(line.series()).hasSize(30).endsWith(128.0, 128.0, 128.0, 128.0, 128.0).startsWith(0.0);
        assertThat(line.lastImagesAt()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        throughput.add("line-a", 128, START);
        throughput.add("line-a", 2, START.plusSeconds(120));

        LineThroughput line = throughput.at(START.plusSeconds(120)).get(0);

        assertThat(line.series()).hasSize(30).containsOnlyOnce(1.0).doesNotContain(64.0);
    }

    @Test
    void keepsLinesApart() {
        throughput.add("line-b", 2, START);
        throughput.add("line-a", 4, START);

        assertThat(throughput.at(START)).extracting(LineThroughput::line).containsExactly("line-a", "line-b");
    }
}
