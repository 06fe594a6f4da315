package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelEvaluated;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Publishes what was found out about a model. Key: model version, so that compaction keeps the newest. */
@ApplicationScoped
public class EvaluatedModelPublisher {

    private final MutinyEmitter<byte[]> emitter;

    EvaluatedModelPublisher(@Channel("models-evaluated") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(ModelEvaluated event) {
        emitter.sendMessageAndAwait(Message.of(Json.encode(event)).addMetadata(OutgoingKafkaRecordMetadata
                .<String>builder()
                .withKey(event.modelVersion())
                .withHeaders(CloudEventHeaders.of("evaluated-" + event.modelVersion(),
                        "io.crossline.models.evaluated", "evaluation-service", event.modelVersion(), event.at(),
                        CloudEventHeaders.JSON))
                .build()));
    }
}
