package io.crossline.ingest.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;

import io.crossline.kafka.Retry;

/** Writes small events and waits until the broker has them, however long it is away. */
@ApplicationScoped
class EventWriter {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;

    EventWriter(KafkaClients clients) {
        this.producer = clients.eventProducer();
    }

    void write(String topic, String key, byte[] value, Headers headers) {
        Retry.untilAvailable("record for " + topic, () -> {
            try {
                return producer.send(new ProducerRecord<>(topic, null, key, value, headers)).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
