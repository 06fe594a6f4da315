package io.crossline.ingest.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Images a second, as the mean over the last ten seconds. */
final class Throughput {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private long images;

    private record Arrival(Instant at, int images) {}

    void add(Instant at, int count, Instant now) {
        if (at.isAfter(now.minus(WINDOW))) {
            arrivals.add(new Arrival(at, count));
            images += count;
        }
        forgetOld(now);
    }

    double imagesPerSecond(Instant now) {
        forgetOld(now);
        return (double) images / WINDOW.toSeconds();
    }

    private void forgetOld(Instant now) {
        Instant oldest = now.minus(WINDOW);
        while (!arrivals.isEmpty() && !arrivals.peek().at().isAfter(oldest)) {
            images -= arrivals.remove().images();
        }
    }
}
