package io.crossline.contracts;

import java.time.Instant;

/**
 * What the ingest service found in a record of {@link Topics#IMAGES_CAPTURED}: a batch, or the reason why it is none.
 *
 * @param partition of the captured record
 * @param offset of the captured record
 * @param recordedAt when Kafka took the record
 * @param line of the batch; of a rejected record the line that it seems to belong to, or null
 * @param batch what is in it, or null if it was rejected
 * @param rejectedFor one sentence that names the field, or null if it was accepted
 */
public record RecordChecked(int partition, long offset, Instant recordedAt, String line, Content batch,
        String rejectedFor) {

    /**
     * @param id a batch's id, the same for the same content
     * @param images how many
     */
    public record Content(String id, String dataset, Split split, int images, Instant capturedAt) {

        public Content {
            Require.text("id", id);
            Require.text("dataset", dataset);
            Require.present("split", split);
            Require.that(images >= 1, "images", "is " + images + ", expected 1 or more");
            Require.present("capturedAt", capturedAt);
        }
    }

    public RecordChecked {
        Require.that(partition >= 0, "partition", "is " + partition + ", expected 0 or more");
        Require.that(offset >= 0, "offset", "is " + offset + ", expected 0 or more");
        Require.present("recordedAt", recordedAt);
        Require.that(batch == null != (rejectedFor == null), "batch",
                "and rejectedFor are both " + (batch == null ? "missing" : "set") + ", expected one of them");
        Require.that(batch == null || line != null, "line", "must not be missing");
    }

    /** @param batchId the batch's; computing it once more would read all pixels */
    public static RecordChecked accepted(int partition, long offset, Instant recordedAt, ImageBatch batch,
            String batchId) {
        BatchOrigin origin = batch.origin();
        return new RecordChecked(partition, offset, recordedAt, origin.line(), new Content(batchId, origin.dataset(),
                origin.split(), batch.images().count(), origin.capturedAt()), null);
    }

    public static RecordChecked rejected(int partition, long offset, Instant recordedAt, String line, String reason) {
        return new RecordChecked(partition, offset, recordedAt, line, null, reason);
    }

    /** Key of the event: the batch, so that the topic keeps one entry of it; of a rejected record its place. */
    public String key() {
        return batch == null ? partition + ":" + offset : batch.id();
    }
}
