package io.crossline.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Topics;
import io.crossline.training.jobs.ModelEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes {@code models.trained}, key: model version; the manifest is in a header as well. */
@ApplicationScoped
public class ModelPublisher implements ModelEvents {

    private final MutinyEmitter<byte[]> emitter;

    @Inject
    ModelPublisher(@Channel("models-trained") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void send(ModelManifest manifest, byte[] archive) {
        Headers headers = CloudEventHeaders.of(manifest.modelVersion(), CloudEventHeaders.type(Topics.MODELS_TRAINED),
                "training-service", manifest.target().line(), manifest.createdAt(), CloudEventHeaders.ZIP);
        headers.add(CloudEventHeaders.MANIFEST, Json.encode(manifest));
        ChannelSender.sendSafely(emitter, manifest.modelVersion(), archive, headers);
    }
}
