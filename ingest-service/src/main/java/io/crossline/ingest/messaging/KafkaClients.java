package io.crossline.ingest.messaging;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.crossline.contracts.TopicCatalog;
import io.smallrye.common.annotation.Identifier;

/** Kafka clients with this service's settings on top of the {@code kafka.*} properties. */
@ApplicationScoped
class KafkaClients {

    private static final long BUFFER_BYTES = 2L * TopicCatalog.MAX_RECORD_BYTES;
    /** Few, as each may be large. */
    private static final int POLLED_RECORDS = 64;
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

    /** Reads on its own, outside any consumer group. */
    KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(with(Map.of(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, TopicCatalog.MAX_RECORD_BYTES,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_RECORDS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false)), new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(with(Map.of()));
    }

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
