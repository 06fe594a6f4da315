package io.crossline.dashboard.messaging;

import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;

import io.crossline.contracts.TopicSetup;
import io.crossline.dashboard.DashboardConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Creates missing topics before the first channel subscribes (channels start at priority 50). */
@ApplicationScoped
class TopicsAtStart {

    private static final int BEFORE_CHANNELS = 10;

    void create(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event,
            @Identifier("default-kafka-broker") Map<String, Object> kafka, DashboardConfig config) {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            TopicSetup.ensure(admin, config.kafka().replicationFactor());
        }
    }
}
