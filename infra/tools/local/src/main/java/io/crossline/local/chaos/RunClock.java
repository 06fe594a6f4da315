package io.crossline.local.chaos;

import java.time.Duration;

/** Time since a run's start. */
final class RunClock {

    private final long began = System.nanoTime();

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** As {@code 12:05}, minutes and seconds. */
    static String text(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
