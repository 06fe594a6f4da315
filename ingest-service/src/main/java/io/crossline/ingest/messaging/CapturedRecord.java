package io.crossline.ingest.messaging;

import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.ingest.line.CapturedBatch;

/** A record of {@code images.captured} that is a batch, with its id. */
record CapturedRecord(BatchKey key, CapturedBatch batch) {

    private static final Logger LOG = Logger.getLogger(CapturedRecord.class);

    /**
     * Decodes the record, whoever says in its headers that he wrote it: what they say may be wrong, and a damaged record must not make its
     * good copy a duplicate.
     *
     * @return empty if the record is no batch; {@link CapturedBatchValidator} takes care of it
     */
    static Optional<CapturedRecord> read(ConsumerRecord<String, byte[]> message) {
        ImageBatch batch;
        try {
            batch = ImageBatchCodec.decode(message.value());
        } catch (InvalidFieldException e) {
            LOG.debugf(e, "%s-%d@%d is no batch", message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
        return BatchKey.of(batch.id()).map(
                key -> new CapturedRecord(key, new CapturedBatch(batch, Instant.ofEpochMilli(message.timestamp()))));
    }
}
