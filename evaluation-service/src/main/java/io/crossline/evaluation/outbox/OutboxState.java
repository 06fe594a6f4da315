package io.crossline.evaluation.outbox;

import java.time.Duration;

/**
 * How full the outbox is.
 *
 * @param rows events that wait
 * @param oldest how long the oldest of them has waited; zero where none waits
 */
public record OutboxState(long rows, Duration oldest) {

    public static final OutboxState EMPTY = new OutboxState(0, Duration.ZERO);
}
