package io.crossline.datasets.ingestion;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineRegistered;

/** Where batches go. */
public interface BatchTarget {

    /**
     * Publishes the batch unless the same batch is in Kafka already. Returns before it is there, but may block while too
     * many batches are under way.
     *
     * @return completed once the batch is safely in Kafka; fails if it cannot be brought there
     * @throws InvalidFieldException if the line is registered with another shape or other classes
     */
    CompletableFuture<PublishedBatch> publish(ImageBatch batch);

    /**
     * Registers a line anew, with what a data set looks like. A target without registrations does nothing.
     *
     * @param spec names the data set
     */
    default void register(String line, LineAppearance appearance, String spec) {}

    /**
     * Registers a line whose first pictures are about to come. A target without registrations does nothing.
     *
     * @throws InvalidFieldException if it is registered with other picture settings
     */
    default void requireRegistered(String line, LineAppearance appearance) {}

    /** What the line is registered with. */
    default Optional<LineRegistered> registered(String line) {
        return Optional.empty();
    }
}
