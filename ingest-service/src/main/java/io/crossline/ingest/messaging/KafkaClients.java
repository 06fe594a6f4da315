package io.crossline.ingest.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

import io.crossline.kafka.Producers;
import io.smallrye.common.annotation.Identifier;

/** Kafka clients with this service's settings on top of the {@code kafka.*} properties. */
@ApplicationScoped
class KafkaClients {

    private static final long ANSWER_SECONDS = 30;

    private final Map<String, Object> settings;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Waits for all replicas, writes nothing twice, keeps many records under way. */
    Producer<String, byte[]> producer() {
        return Producers.openForImages(settings);
    }

    /** For small events, each of which somebody waits for. */
    Producer<String, byte[]> eventProducer() {
        return Producers.open(settings, Map.of());
    }

    /** Client properties of the connection: addresses, security. */
    Map<String, Object> connection() {
        return Map.copyOf(settings);
    }

    /**
     * Up to where the captured records are checked, by partition; a partition of which none is checked is missing.
     *
     * @throws KafkaException if the broker does not answer
     */
    Map<TopicPartition, Long> checkedOffsets() {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(CapturedRecordChecker.GROUP).partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS).forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset.offset());
                        }
                    });
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The offsets of group " + CapturedRecordChecker.GROUP + " cannot be read", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
