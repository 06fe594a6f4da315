package io.crossline.training.jobs;

import java.util.function.BooleanSupplier;

import io.crossline.contracts.JobRequested;
import io.crossline.training.checkpoint.JobCheckpoints;
import io.crossline.training.preset.Preset;

/**
 * What the parts of one running job share.
 *
 * @param stop whether the job is to stop: cancelled, or this replica shuts down
 * @param secondsBefore time that earlier deliveries of the job took
 */
record JobContext(JobRequested job, Preset preset, ProgressReporter progress, JobCheckpoints checkpoints,
        BooleanSupplier stop, double secondsBefore) {

    /** @throws JobStoppedException if the job is to stop */
    void requireWanted() {
        if (stop.getAsBoolean()) {
            throw new JobStoppedException("Job " + job.jobId() + " is to stop");
        }
    }
}
