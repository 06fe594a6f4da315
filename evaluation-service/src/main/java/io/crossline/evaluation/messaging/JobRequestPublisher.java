package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.crossline.contracts.JobRequested;
import io.crossline.evaluation.loop.JobRequests;
import io.smallrye.reactive.messaging.MutinyEmitter;

/** Asks for the loop's jobs. Key: line pair, as for every job. One asked for twice has the same event id. */
@ApplicationScoped
public class JobRequestPublisher implements JobRequests {

    private final MutinyEmitter<byte[]> emitter;

    JobRequestPublisher(@Channel("jobs-requested-out") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns once the broker has it. */
    @Override
    public void request(JobRequested job) {
        emitter.sendMessageAndAwait(Outgoing.json(job.key(), job.jobId().toString(), "io.crossline.job.requested",
                job.requestedAt(), job));
    }
}
