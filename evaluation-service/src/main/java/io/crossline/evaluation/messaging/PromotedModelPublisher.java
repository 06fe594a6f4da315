package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.serving.PromotionListener;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

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
        emitter.sendMessageAndAwait(Message.of(Json.encode(event)).addMetadata(OutgoingKafkaRecordMetadata
                .<String>builder()
                .withKey(event.line())
                .withHeaders(CloudEventHeaders.of("promoted-" + event.modelVersion() + "-" + event.at().toEpochMilli(),
                        "io.crossline.models.promoted", "evaluation-service", event.line(), event.at(),
                        CloudEventHeaders.JSON))
                .build()));
    }
}
