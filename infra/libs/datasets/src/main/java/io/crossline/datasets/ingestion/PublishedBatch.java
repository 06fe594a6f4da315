package io.crossline.datasets.ingestion;

/**
 * Where a batch is in Kafka.
 *
 * @param duplicate whether it was there before and was not published again
 */
public record PublishedBatch(String batchId, String topic, int partition, long offset, boolean duplicate) {}
