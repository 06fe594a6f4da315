package io.crossline.evaluation.loop;

import io.crossline.contracts.JobRequested;

/** Asks the training service for jobs. The same job asked for twice is trained once. */
@FunctionalInterface
public interface JobRequests {

    /** Returns once the broker has it. */
    void request(JobRequested job);
}
