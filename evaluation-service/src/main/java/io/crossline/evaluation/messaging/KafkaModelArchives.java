package io.crossline.evaluation.messaging;

import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.PublishedArchives;
import io.crossline.kafka.TrainedModels;
import io.smallrye.common.annotation.Identifier;

/** Models' archives, found on the topic of trained models. */
@ApplicationScoped
public class KafkaModelArchives implements PublishedArchives {

    private final Map<String, Object> kafka;
    private TrainedModels models;

    KafkaModelArchives(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
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
