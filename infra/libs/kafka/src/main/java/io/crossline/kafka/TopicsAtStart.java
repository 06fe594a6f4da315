package io.crossline.kafka;

import java.time.Duration;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Creates the topics that are not there yet, before any channel of the service connects. */
@ApplicationScoped
public class TopicsAtStart {

    /** After what must be known before anything starts, such as what computes. */
    public static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 1;

    private final Map<String, Object> kafka;
    private final TopicSettings settings;

    TopicsAtStart(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "crossline.kafka.replication-factor", defaultValue = "1") int replicationFactor,
            @ConfigProperty(name = "crossline.kafka.partitions", defaultValue = "6") int partitions,
            @ConfigProperty(name = "crossline.kafka.image-retention", defaultValue = "14d") Duration imageRetention,
            @ConfigProperty(name = "crossline.kafka.event-retention", defaultValue = "365d") Duration eventRetention) {
        this.kafka = kafka;
        this.settings = new TopicSettings(replicationFactor, partitions, imageRetention, eventRetention);
    }

    void create(@Observes @Priority(PRIORITY) StartupEvent event) {
        try (Admin admin = Admin.create(kafka)) {
            TopicSetup.ensure(admin, settings);
        }
    }
}
