package io.crossline.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.crossline.contracts.ImageBatch;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.PublishedBatch;

/** Takes batches as Kafka does, and keeps them in memory. */
final class CollectingTarget implements BatchTarget {

    private final List<ImageBatch> batches = new ArrayList<>();

    @Override
    public CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        batches.add(batch);
        return CompletableFuture.completedFuture(new PublishedBatch("", "memory", 0, batches.size() - 1L, false));
    }

    /** The batches since the last call. */
    List<ImageBatch> take() {
        List<ImageBatch> taken = List.copyOf(batches);
        batches.clear();
        return taken;
    }
}
