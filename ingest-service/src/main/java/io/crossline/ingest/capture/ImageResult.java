package io.crossline.ingest.capture;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.ImagePart;
import io.crossline.datasets.MadePicture;
import io.crossline.datasets.PictureNote;
import io.crossline.datasets.ingestion.PublishedBatch;

/**
 * What became of an image file.
 *
 * @param partId as it was given, or null
 * @param accepted whether it is in Kafka
 * @param reason why it is not, else null
 * @param capturedAt of the image in Kafka, or null where it is not known
 * @param batchId batch that carries it, else null
 * @param topic with {@code partition} and {@code offset} the record of that batch, else null
 * @param index of the image in that batch, from 0, else null
 * @param images how many images were made of the file: its pages, each with its tiles; they follow one another from {@code index}
 *        on. Null where none was
 * @param notes what the sender should know of a picture that was taken, such as what shrinking loses
 * @param duplicate whether that batch was in Kafka before
 */
public record ImageResult(String fileName, String partId, boolean accepted, String reason, Instant capturedAt,
        String batchId, String topic, Integer partition, Long offset, Integer index, Integer images, List<String> notes,
        boolean duplicate) {

    static ImageResult accepted(NewImage image, ImagePart part, PublishedBatch batch, int index,
            MadePicture picture) {
        return new ImageResult(image.name(), image.partId(), true, null, part.capturedAt(), batch.batchId(),
                batch.topic(), batch.partition(), batch.offset(), index, picture.images().size(),
                picture.notes().stream().map(PictureNote::text).toList(), batch.duplicate());
    }

    /** The same file with its next page. */
    ImageResult and(ImageResult next) {
        return new ImageResult(fileName, partId, true, null, capturedAt, batchId, topic, partition, offset, index,
                images + next.images, notes, duplicate && next.duplicate);
    }

    static ImageResult rejected(NewImage image, String reason) {
        return new ImageResult(image.name(), image.partId(), false, reason, null, null, null, null, null, null,
                null, List.of(), false);
    }
}
