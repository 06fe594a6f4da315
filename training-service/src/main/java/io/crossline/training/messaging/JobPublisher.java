package io.crossline.training.messaging;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.JobCancelled;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Publishes {@code jobs.requested}, key: line pair, and {@code jobs.cancelled}, key: job. */
@ApplicationScoped
public class JobPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> requests;
    private final MutinyEmitter<byte[]> cancellations;

    @Inject
    JobPublisher(@Channel("jobs-requested-out") MutinyEmitter<byte[]> requests,
            @Channel("jobs-cancelled-out") MutinyEmitter<byte[]> cancellations) {
        this.requests = requests;
        this.cancellations = cancellations;
    }

    /** Returns once the broker has the request; it fails if that takes over half a minute. */
    public void request(JobRequested job) {
        Headers headers = CloudEventHeaders.of(Topics.JOBS_REQUESTED, job.jobId().toString(), "training-service",
                job.target().line(), job.requestedAt());
        ChannelSender.send(requests, job.key(), Json.encode(job), headers).await().atMost(PATIENCE);
    }

    /** As {@link #request}. */
    public void cancel(JobCancelled cancellation, String line) {
        Headers headers = CloudEventHeaders.of(Topics.JOBS_CANCELLED, UUID.randomUUID().toString(), "training-service",
                line, cancellation.at());
        ChannelSender.send(cancellations, cancellation.jobId().toString(), Json.encode(cancellation), headers).await()
                .atMost(PATIENCE);
    }
}
