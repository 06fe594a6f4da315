package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.serving.PromotionListener;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes a line's new champion. Key: line, so that compaction keeps the newest. */
@ApplicationScoped
public class PromotedModelPublisher implements PromotionListener {

    private final MutinyEmitter<byte[]> emitter;

    PromotedModelPublisher(@Channel("models-promoted") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    @Override
    public void promoted(ModelPromoted event) {
        emitter.sendMessageAndAwait(Outgoing.json(event.line(),
                "promoted-" + event.modelVersion() + "-" + event.at().toEpochMilli(), "io.crossline.models.promoted",
                event.at(), event));
    }
}
