package io.crossline.kafka;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers without a consumer group: the caller assigns partitions and keeps the positions. */
final class Consumers {

    private Consumers() {}

    /**
     * @param connection Kafka's client properties: addresses, security
     * @param own what this consumer sets beside the common settings
     */
    static Consumer<String, byte[]> open(Map<String, Object> connection, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(connection);
        // Quarkus adds the application's name as a consumer group
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putAll(own);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
