package io.crossline.translation.messaging;

import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.contracts.TopicSetup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Creates missing topics before any channel starts, once it is known what computes. */
@ApplicationScoped
public class TopicCreation {

    private final Map<String, Object> kafka;
    private final short replicationFactor;

    TopicCreation(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "crossline.kafka.replication-factor", defaultValue = "1") short replicationFactor) {
        this.kafka = kafka;
        this.replicationFactor = replicationFactor;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        try (Admin admin = Admin.create(kafka)) {
            TopicSetup.ensure(admin, replicationFactor);
        }
    }
}
