package io.crossline.ingest.capture;

import io.crossline.ingest.ingestion.PublishedBatch;

/**
 * What became of an image file.
 *
 * @param accepted whether it is on the bus
 * @param reason why it is not, else null
 * @param batchId batch that carries it, else null
 * @param duplicate whether that batch was on the bus before
 */
public record ImageResult(String file, boolean accepted, String reason, String batchId, Integer partition, Long offset,
        boolean duplicate) {

    static ImageResult accepted(String file, PublishedBatch batch) {
        return new ImageResult(file, true, null, batch.batchId(), batch.partition(), batch.offset(),
                batch.duplicate());
    }

    static ImageResult rejected(String file, String reason) {
        return new ImageResult(file, false, reason, null, null, null, false);
    }
}
