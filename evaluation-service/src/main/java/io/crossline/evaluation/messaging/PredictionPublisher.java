package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Publishes predictions. Key: line. A prediction sent twice has the same event id. */
@ApplicationScoped
public class PredictionPublisher {

    private final MutinyEmitter<byte[]> emitter;

    PredictionPublisher(@Channel("predictions") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(BatchPredicted event) {
        emitter.sendMessageAndAwait(Message.of(Json.encode(event)).addMetadata(OutgoingKafkaRecordMetadata
                .<String>builder()
                .withKey(event.line())
                .withHeaders(CloudEventHeaders.of(event.eventId(), "io.crossline.predictions", "evaluation-service",
                        event.line(), event.at(), CloudEventHeaders.JSON))
                .build()));
    }
}
