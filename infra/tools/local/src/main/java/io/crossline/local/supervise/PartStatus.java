package io.crossline.local.supervise;

import java.time.Instant;

/**
 * How a part is.
 *
 * @param pid of its process, or null where none runs
 * @param restarts since the launcher was started
 * @param since when the state began
 * @param detail one sentence, empty when there is nothing to say
 */
public record PartStatus(String part, PartState state, Long pid, int restarts, Instant since, String detail) {}
