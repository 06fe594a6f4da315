package io.crossline.ingest.ingestion;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

/** Where batches go. */
public interface BatchTarget {

    /**
     * Publishes the batch unless the same batch is on the bus already. Returns before it is there, but may block while too
     * many batches are under way.
     *
     * @return completed once the batch is safely on the bus; fails if it cannot be brought there
     * @throws InvalidFieldException if the line is registered with another shape or other classes
     */
    CompletableFuture<PublishedBatch> publish(ImageBatch batch);

    /**
     * Registers a line anew, with what a data set looks like. A target without registrations does nothing.
     *
     * @param spec names the data set
     */
    default void register(String line, ImageShape shape, List<String> classNames, String spec) {}
}
