package io.crossline.datasets.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;

/**
 * How far an ingestion is.
 *
 * @param dataset its name in Kafka, null until the data set is opened
 * @param phase {@code waiting}, {@code downloading}, {@code reading} or {@code publishing}
 * @param imagesDone images in Kafka, duplicates included
 * @param imagesTotal images that are to come, rejected ones included; null while unknown
 * @param rejected the first 100 items that could not be used
 * @param notes what the sender should know of pictures that were taken, such as what shrinking loses
 * @param message one sentence for people: what happens, or why it failed
 * @param shape of the images
 * @param pictures how they are made of picture files; null where the data set has none
 * @param selections where the images are in Kafka, by split; empty until the ingestion is completed
 * @param finishedAt null while it runs
 */
public record Ingestion(UUID id, String line, String spec, String dataset, IngestionState state, String phase,
        long imagesDone, Long imagesTotal, long batchesPublished, long batchesDuplicate, List<RejectedItem> rejected,
        long rejectedCount, List<String> notes, String message, ImageShape shape, PictureSettings pictures,
        List<String> classNames,
        Map<String, DataSelection> selections, Instant startedAt, Instant finishedAt) {}
