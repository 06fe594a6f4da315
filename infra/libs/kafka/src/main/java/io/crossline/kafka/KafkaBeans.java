package io.crossline.kafka;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;

/** What every service that reads captured images injects. */
@ApplicationScoped
public class KafkaBeans {

    @Produces
    @Singleton
    LineRegistry lineRegistry(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return LineRegistry.open(kafka);
    }

    void close(@Disposes LineRegistry registry) {
        registry.close();
    }
}
