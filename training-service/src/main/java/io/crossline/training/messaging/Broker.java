package io.crossline.training.messaging;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerConfig;

import io.smallrye.common.annotation.Identifier;

/** The connection to Kafka, as the {@code kafka.*} properties give it. */
@ApplicationScoped
public class Broker {

    private final Map<String, Object> properties;

    @Inject
    Broker(@Identifier("default-kafka-broker") Map<String, Object> properties) {
        this.properties = new HashMap<>(properties);
        // Quarkus adds the application's name as a consumer group; who reads by offset joins none.
        this.properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Kafka's client properties of the connection: addresses and security. */
    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
