package io.crossline.ingest.ingestion;

import java.util.concurrent.CompletableFuture;

import io.crossline.contracts.ImageBatch;

/** Where batches go. */
public interface BatchTarget {

    /**
     * Publishes the batch unless the same batch is on the bus already. Returns before it is there, but may block while too
     * many batches are under way.
     *
     * @return completed once the batch is safely on the bus; fails if it cannot be brought there
     */
    CompletableFuture<PublishedBatch> publish(ImageBatch batch);
}
