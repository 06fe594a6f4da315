package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.BatchPredicted;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes predictions. Key: line. A prediction sent twice has the same event id. */
@ApplicationScoped
public class PredictionPublisher {

    private final MutinyEmitter<byte[]> emitter;

    PredictionPublisher(@Channel("predictions") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(BatchPredicted event) {
        emitter.sendMessageAndAwait(
                Outgoing.json(event.line(), event.eventId(), "io.crossline.predictions", event.at(), event));
    }
}
