package io.crossline.ingest.messaging;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

import io.crossline.kafka.Producers;
import io.crossline.kafka.Retry;

/** Writes small events and waits until the broker has them, however long it is away. */
@ApplicationScoped
class EventWriter {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;

    EventWriter(KafkaClients clients) {
        this.producer = clients.eventProducer();
    }

    void write(String topic, String key, byte[] value, Headers headers) {
        Retry.untilAvailable("record for " + topic,
                () -> Producers.send(producer, new ProducerRecord<>(topic, null, key, value, headers)));
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
