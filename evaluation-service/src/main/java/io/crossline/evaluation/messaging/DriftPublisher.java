package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.DriftDetected;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes confirmed drift. Key: line. One told twice has the same event id. */
@ApplicationScoped
public class DriftPublisher {

    private final MutinyEmitter<byte[]> emitter;

    DriftPublisher(@Channel("drift-detected") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(DriftDetected event) {
        emitter.sendMessageAndAwait(
                Outgoing.json(event.line(), event.eventId(), "io.crossline.drift.detected", event.at(), event));
    }
}
