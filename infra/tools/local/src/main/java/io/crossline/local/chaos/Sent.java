package io.crossline.local.chaos;

import java.time.Duration;

/**
 * A batch that Kafka has acknowledged.
 *
 * @param at when it was sent, since the run's start
 */
public record Sent(String line, Place place, Duration at) {}
