package io.crossline.ingest.messaging;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.contracts.TopicSetup;
import io.quarkus.runtime.StartupEvent;

/** Creates the topics that are not there yet, before any channel connects. */
@ApplicationScoped
class TopicCreation {

    private final KafkaClients clients;
    private final short replicationFactor;

    TopicCreation(KafkaClients clients,
            @ConfigProperty(name = "crossline.kafka.replication-factor", defaultValue = "1") short replicationFactor) {
        this.clients = clients;
        this.replicationFactor = replicationFactor;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try (Admin admin = clients.admin()) {
            TopicSetup.ensure(admin, replicationFactor);
        }
    }
}
