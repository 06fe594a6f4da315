package io.crossline.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.CloudEventHeaders;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/**
 * Leaves cancellations that cannot be decoded in {@code jobs.cancelled.dlq}, as received, with the reason in the headers that
 * SmallRye's own dead-letter queues use.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;

    @Inject
    DeadLetters(@Channel("jobs-cancelled-dlq") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    void send(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        CloudEventHeaders.add(headers, "dead-letter-reason", reason.getMessage());
        CloudEventHeaders.add(headers, "dead-letter-exception-class-name", reason.getClass().getName());
        CloudEventHeaders.add(headers, "dead-letter-topic", record.topic());
        CloudEventHeaders.add(headers, "dead-letter-partition", Integer.toString(record.partition()));
        CloudEventHeaders.add(headers, "dead-letter-offset", Long.toString(record.offset()));
        byte[] value = record.value() == null ? new byte[0] : record.value();
        emitter.sendMessage(Message.of(value).addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key()).withHeaders(headers).build())).subscribe().with(
                        sent -> LOG.debug("Dead-lettered {}-{}@{}", record.topic(), record.partition(),
                                record.offset()),
                        failure -> LOG.error("{}-{}@{} could not be dead-lettered", record.topic(), record.partition(),
                                record.offset(), failure));
    }
}
