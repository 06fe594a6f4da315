package io.crossline.ingest.line;

import java.util.Optional;

import io.crossline.contracts.ImageBatch;

/** The newest batch of each line; Kafka keeps it. */
public interface NewestBatches {

    /** Empty where nothing has come, or retention has deleted it. */
    Optional<ImageBatch> find(String line);
}
