package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.Json;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Publishes confirmed drift. Key: line. One told twice has the same event id. */
@ApplicationScoped
public class DriftPublisher {

    private final MutinyEmitter<byte[]> emitter;

    DriftPublisher(@Channel("drift-detected") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(DriftDetected event) {
        emitter.sendMessageAndAwait(Message.of(Json.encode(event)).addMetadata(OutgoingKafkaRecordMetadata
                .<String>builder()
                .withKey(event.line())
                .withHeaders(CloudEventHeaders.of(event.eventId(), "io.crossline.drift.detected", "evaluation-service",
                        event.line(), event.at(), CloudEventHeaders.JSON))
                .build()));
    }
}
