package io.crossline.ingest.line;

import java.time.Instant;

import io.crossline.contracts.Split;

/**
 * A batch as it came from the bus, not decoded yet.
 *
 * @param arrivedAt when the bus took it
 * @param encoded as {@code ImageBatchCodec} reads it
 */
public record CapturedBatch(String line, String dataset, Split split, int images, Instant capturedAt, Instant arrivedAt,
        byte[] encoded) {}
