package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.ModelEvaluated;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes what was found out about a model. Key: model version, so that compaction keeps the newest. */
@ApplicationScoped
public class EvaluatedModelPublisher {

    private final MutinyEmitter<byte[]> emitter;

    EvaluatedModelPublisher(@Channel("models-evaluated") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    void publish(ModelEvaluated event) {
        emitter.sendMessageAndAwait(Outgoing.json(event.modelVersion(), "evaluated-" + event.modelVersion(),
                "io.crossline.models.evaluated", event.at(), event));
    }
}
