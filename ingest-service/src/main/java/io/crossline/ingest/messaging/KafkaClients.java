package io.crossline.ingest.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.crossline.kafka.TopicCatalog;
import io.smallrye.common.annotation.Identifier;

/** Kafka clients with this service's settings on top of the {@code kafka.*} properties. */
@ApplicationScoped
class KafkaClients {

    private static final long BUFFER_BYTES = 2L * TopicCatalog.MAX_RECORD_BYTES;
    private static final long ANSWER_SECONDS = 30;
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 1 << 20;

    private final Map<String, Object> settings;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Waits for all replicas, writes nothing twice, keeps many records under way. */
    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(with(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MS)), new StringSerializer(), new ByteArraySerializer());
    }

    /** For small events, each of which somebody waits for. */
    KafkaProducer<String, byte[]> eventProducer() {
        return new KafkaProducer<>(with(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)), new StringSerializer(), new ByteArraySerializer());
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

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
