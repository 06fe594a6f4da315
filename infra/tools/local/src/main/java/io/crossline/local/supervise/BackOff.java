package io.crossline.local.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long a part that has ended waits for its restart: 1, 2, 4, 8, 16 s; at most five restarts in any ten minutes. */
public final class BackOff {

    /** Restarts within {@link #WINDOW}. */
    public static final int RESTARTS = 5;
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Deque<Instant> ends = new ArrayDeque<>();

    /** Counts anew, on a person's word. */
    public void forget() {
        ends.clear();
    }

    /**
     * Counts an end of the part.
     *
     * @param now not before the time of an earlier call
     * @return the pause before the restart; empty where the part stays down
     */
    public Optional<Duration> ended(Instant now) {
        while (!ends.isEmpty() && !ends.peekFirst().isAfter(now.minus(WINDOW))) {
            ends.removeFirst();
        }
        if (ends.size() == RESTARTS) {
            return Optional.empty();
        }
        ends.addLast(now);
        return Optional.of(FIRST.multipliedBy(1L << (ends.size() - 1)));
    }
}
