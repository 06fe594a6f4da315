package io.crossline.contracts;

import java.time.Duration;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes records of {@link Topics#IMAGES_CAPTURED}. Every service that reads the topic asks the same of a record, so that
 * what one of them rejects is used by none.
 */
public final class CapturedRecords {

    /** How far a camera's clock may be ahead. */
    public static final Duration CLOCK_AHEAD = Duration.ofDays(1);

    private CapturedRecords() {}

    /**
     * @throws InvalidFieldException if the value is no batch, the key is not the batch's line, a header contradicts the batch, the batch
     *         was captured more than a day from now, or a generator made it
     */
    public static ImageBatch decode(ConsumerRecord<String, byte[]> record) {
        return decode(record, Instant.now());
    }

    static ImageBatch decode(ConsumerRecord<String, byte[]> record, Instant now) {
        ImageBatch batch = ImageBatchCodec.decode(record.value());
        BatchOrigin origin = batch.origin();
        Require.that(origin.line().equals(record.key()), "key", (record.key() == null
                ? "is missing"
                : "is '" + record.key() + "'") + ", expected the batch's line, '" + origin.line() + "'");
        requireHeader(record, CloudEventHeaders.SUBJECT, origin.line());
        requireHeader(record, CloudEventHeaders.SPLIT, origin.split().id());
        requireHeader(record, CloudEventHeaders.DATASET, origin.dataset());
        requireHeader(record, CloudEventHeaders.IMAGES, Integer.toString(batch.images().count()));
        Instant latest = now.plus(CLOCK_AHEAD);
        Require.that(!origin.capturedAt().isAfter(latest), "capturedAt",
                "is " + origin.capturedAt() + ", expected at most a day from now, " + latest);
        batch.images().parts().forEach(part -> Require.that(
                part.capturedAt() == null || !part.capturedAt().isAfter(latest), "parts.capturedAt",
                "is " + part.capturedAt() + ", expected at most a day from now, " + latest));
        Require.that(origin.translation() == null, "translation",
                "is set, expected none: these are images that a line captured");
        return batch;
    }

    /** An outside producer may leave a header out; one that is there must be right, as readers pass over records by it. */
    private static void requireHeader(ConsumerRecord<String, byte[]> record, String name, String expected) {
        CloudEventHeaders.value(record.headers(), name).ifPresent(value -> Require.that(value.equals(expected), name,
                "is '" + value + "', expected '" + expected + "', as in the batch"));
    }
}
