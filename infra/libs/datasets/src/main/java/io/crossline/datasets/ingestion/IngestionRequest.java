package io.crossline.datasets.ingestion;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.DatasetSpec;
import io.crossline.datasets.TrainingShape;

/**
 * What is to be ingested.
 *
 * @param spec names the data set, such as {@code idx:/data/mnist}
 * @param shape of the pictures before they are cut into tiles, else of the images in Kafka; null for the data set's natural one
 * @param seed decides what the data set leaves open, such as the order of a folder's files
 * @param limit most images of each split, or null for all
 * @param batchSize most images of a batch; large images go out in smaller batches
 * @param registerAnew whether the line is registered with this data set's shape and classes, whatever it was registered with before
 */
public record IngestionRequest(String line, String spec, ImageShape shape, LabelPolicy labels, long seed, Long limit,
        int batchSize, boolean registerAnew) {

    public static final int DEFAULT_BATCH_SIZE = 128;
    private static final int MAX_BATCH_SIZE = 4096;

    public IngestionRequest {
        BatchOrigin.requireLineName(line);
        if (shape != null && !DatasetSpec.parse(spec).pictures().hasTiles()) {
            TrainingShape.require(shape);
        }
        if (limit != null && limit < 1) {
            throw new InvalidFieldException("limit", "is " + limit + ", expected at least 1, or null for all images");
        }
        if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
            throw new InvalidFieldException("batchSize", "is " + batchSize + ", expected 1 to " + MAX_BATCH_SIZE);
        }
    }
}
