package io.crossline.ingest.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;
import io.crossline.ingest.line.CapturedBatch;

/** A record of {@code images.captured} that is a batch, with its id. */
record CapturedRecord(BatchKey key, CapturedBatch batch) {

    private static final Logger LOG = Logger.getLogger(CapturedRecord.class);

    /**
     * Of records that this service wrote, only the headers are read. All others are decoded: what they say of themselves
     * may be wrong, and a damaged record must not make its good copy a duplicate.
     *
     * @return empty if the record is no batch; {@link CapturedBatchValidator} takes care of it
     */
    static Optional<CapturedRecord> read(ConsumerRecord<String, byte[]> message) {
        boolean own = CloudEventHeaders.value(message.headers(), "ce_source").filter(ImagePublisher.SOURCE::equals)
                .isPresent();
        return own ? fromHeaders(message).or(() -> decoded(message)) : decoded(message);
    }

    private static Optional<CapturedRecord> fromHeaders(ConsumerRecord<String, byte[]> message) {
        Headers headers = message.headers();
        try {
            Optional<BatchKey> key = CloudEventHeaders.value(headers, CloudEventHeaders.ID).flatMap(BatchKey::of);
            return key.map(id -> new CapturedRecord(id, new CapturedBatch(
                    CloudEventHeaders.value(headers, CloudEventHeaders.SUBJECT).orElseThrow(),
                    CloudEventHeaders.value(headers, CloudEventHeaders.DATASET).orElseThrow(),
                    Split.of(CloudEventHeaders.value(headers, CloudEventHeaders.SPLIT).orElseThrow()),
                    Integer.parseInt(CloudEventHeaders.value(headers, CloudEventHeaders.IMAGES).orElseThrow()),
                    CloudEventHeaders.value(headers, "ce_time").map(Instant::parse).orElseThrow(),
                    Instant.ofEpochMilli(message.timestamp()), message.value())));
        } catch (java.util.NoSuchElementException | IllegalArgumentException | DateTimeException e) {
            LOG.debugf(e, "Headers of %s-%d@%d are incomplete", message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
    }

    private static Optional<CapturedRecord> decoded(ConsumerRecord<String, byte[]> message) {
        ImageBatch batch;
        try {
            batch = ImageBatchCodec.decode(message.value());
        } catch (InvalidFieldException e) {
            LOG.debugf(e, "%s-%d@%d is no batch", message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
        return BatchKey.of(batch.id()).map(key -> new CapturedRecord(key, new CapturedBatch(batch.line(),
                batch.origin().dataset(), batch.split(), batch.images().count(), batch.origin().capturedAt(),
                Instant.ofEpochMilli(message.timestamp()), message.value())));
    }
}
