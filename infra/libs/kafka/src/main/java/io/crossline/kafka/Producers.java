package io.crossline.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers that wait for all replicas and write nothing twice. */
public final class Producers {

    private static final int LINGER_MS = 5;
    private static final int IMAGES_IN_REQUEST_BYTES = 1 << 20;

    private Producers() {}

    /**
     * @param connection Kafka's client properties: addresses, security
     * @param own what this producer sets beside that
     */
    public static Producer<String, byte[]> open(Map<String, Object> connection, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putAll(own);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** As {@link #open}, for records as large as the topics take: compressed, several in a request, with room for two of the largest. */
    public static Producer<String, byte[]> openForImages(Map<String, Object> connection) {
        return open(connection, Map.of(
                ProducerConfig.BATCH_SIZE_CONFIG, IMAGES_IN_REQUEST_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MS,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * TopicCatalog.MAX_RECORD_BYTES));
    }

    /**
     * Sends one record and waits until the broker has it.
     *
     * @throws KafkaException if the broker refuses it or does not answer
     */
    public static RecordMetadata send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
