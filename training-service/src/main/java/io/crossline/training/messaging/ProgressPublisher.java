package io.crossline.training.messaging;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.training.jobs.ProgressEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes {@code training.progress}, key: job, so that a job's events stay in order. */
@ApplicationScoped
public class ProgressPublisher implements ProgressEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressPublisher.class);

    private final MutinyEmitter<byte[]> emitter;

    @Inject
    ProgressPublisher(@Channel("training-progress") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void send(TrainingProgress progress) {
        String key = progress.jobId().toString();
        Headers headers = CloudEventHeaders.of(Topics.TRAINING_PROGRESS, UUID.randomUUID().toString(),
                "training-service", progress.targetLine(), progress.at());
        byte[] value = Json.encode(progress);
        if (progress.state().isFinal()) {
            ChannelSender.sendSafely(emitter, key, value, headers);
        } else {
            ChannelSender.send(emitter, key, value, headers).subscribe().with(
                    sent -> LOG.trace("Progress of job {} is published", key),
                    failure -> LOG.warn("Progress of job {} was not published: {}", key, failure.getMessage()));
        }
    }
}
