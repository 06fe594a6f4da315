package io.crossline.kafka;

import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;

/** Models' archives as they are on the topic of trained models, whoever wrote them. The topic is followed from the first question on. */
@ApplicationScoped
public class PublishedArchives {

    private final Map<String, Object> kafka;
    private TrainedModels models;

    PublishedArchives(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** The archive's bytes, unchecked; empty where there is none. */
    public synchronized Optional<byte[]> find(String modelVersion) {
        if (models == null) {
            models = TrainedModels.open(kafka);
        }
        return models.find(modelVersion);
    }

    @PreDestroy
    synchronized void close() {
        if (models != null) {
            models.close();
        }
    }
}
