package io.crossline.ingest.line;

import java.time.Instant;

import io.crossline.contracts.ImageBatch;

/**
 * A batch as it came from the bus.
 *
 * @param arrivedAt when the bus took it
 */
public record CapturedBatch(ImageBatch content, Instant arrivedAt) {}
