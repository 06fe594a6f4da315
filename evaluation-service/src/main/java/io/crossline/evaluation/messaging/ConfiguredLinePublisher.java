package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.line.LineListener;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes what people set for a line. Key: line, so that compaction keeps the newest. */
@ApplicationScoped
public class ConfiguredLinePublisher implements LineListener {

    private final MutinyEmitter<byte[]> emitter;

    ConfiguredLinePublisher(@Channel("lines-configured") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    @Override
    public void configured(LineConfigured event) {
        emitter.sendMessageAndAwait(Outgoing.json(event.line(),
                "configured-" + event.line() + "-" + event.at().toEpochMilli(), "io.crossline.lines.configured",
                event.at(), event));
    }
}
