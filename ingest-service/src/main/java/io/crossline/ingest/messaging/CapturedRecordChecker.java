package io.crossline.ingest.messaging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.RecordChecked;
import io.crossline.contracts.Topics;
import io.crossline.ingest.messaging.PublishedIndex.Position;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Checks every record of {@code images.captured}, whoever wrote it, and tells {@code images.checked} what is in it. The replicas of the
 * service share the partitions. This service alone writes dead letters of the topic.
 *
 * <p>
 * Key: line; a partition's records are checked in their order, so that the first batch of a line registers it. A record that breaks the
 * contract, or is not as its line is registered, goes to the dead-letter topic as it came, with the reason in its headers, and the next one
 * is read. Re-delivery: the same is told again under the same key; a rejected record goes to the dead-letter topic again.
 */
@ApplicationScoped
class CapturedRecordChecker {

    static final String CHANNEL = "images-captured";
    static final String GROUP = "crossline-ingest-check";

    private final RegisteredLines lines;
    private final CheckedRecords records;
    private final EventWriter writer;
    private final Counter accepted;
    private final Counter rejected;

    CapturedRecordChecker(RegisteredLines lines, CheckedRecords records, EventWriter writer, MeterRegistry metrics) {
        this.lines = lines;
        this.records = records;
        this.writer = writer;
        this.accepted = metrics.counter("crossline.records.checked", "result", "accepted");
        this.rejected = metrics.counter("crossline.records.checked", "result", "rejected");
    }

    /** @throws InvalidFieldException which sends the record to the dead-letter topic */
    @Incoming(CHANNEL)
    @Blocking
    void check(ConsumerRecord<String, byte[]> message) {
        Instant recordedAt = Instant.ofEpochMilli(message.timestamp());
        try {
            ImageBatch batch = CapturedRecords.decode(message);
            lines.requireRegistered(batch);
            String id = batch.id();
            if (!isDuplicate(id, message)) {
                tell(RecordChecked.accepted(message.partition(), message.offset(), recordedAt, batch, id));
            }
            accepted.increment();
        } catch (InvalidFieldException e) {
            tell(RecordChecked.rejected(message.partition(), message.offset(), recordedAt, line(message),
                    e.getMessage()));
            rejected.increment();
            throw e;
        }
    }

    /** Whether the batch is on the topic already: the topic of checked records keeps its first place. */
    private boolean isDuplicate(String batchId, ConsumerRecord<String, byte[]> message) {
        records.awaitChecked();
        Position here = new Position(message.partition(), message.offset());
        return BatchKey.of(batchId).flatMap(records.index()::find).filter(place -> !place.equals(here)).isPresent();
    }

    private void tell(RecordChecked checked) {
        String subject = checked.line() == null ? "unknown" : checked.line();
        String id = checked.partition() + ":" + checked.offset();
        writer.write(Topics.IMAGES_CHECKED, checked.key(), Json.encode(checked),
                CloudEventHeaders.of(Topics.IMAGES_CHECKED, id, ImagePublisher.SOURCE, subject, checked.recordedAt()));
    }

    /** The line that a rejected record seems to belong to: the batch's, else the key, if a line has this name. */
    private String line(ConsumerRecord<String, byte[]> message) {
        try {
            return ImageBatchCodec.decode(message.value()).line();
        } catch (InvalidFieldException e) {
            return message.key() != null && lines.find(message.key()).isPresent() ? message.key() : null;
        }
    }
}
