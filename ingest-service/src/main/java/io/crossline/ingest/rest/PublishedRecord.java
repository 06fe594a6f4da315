package io.crossline.ingest.rest;

import io.crossline.datasets.ingestion.PublishedBatch;

/**
 * Where an uploaded batch is in Kafka.
 *
 * @param duplicate whether it was there before
 */
public record PublishedRecord(String batchId, int partition, long offset, boolean duplicate) {

    static PublishedRecord of(PublishedBatch batch) {
        return new PublishedRecord(batch.batchId(), batch.partition(), batch.offset(), batch.duplicate());
    }
}
