package io.crossline.training.jobs;

import java.util.function.BooleanSupplier;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.contracts.JobRequested;
import io.crossline.training.checkpoint.JobCheckpoints;

/**
 * What the parts of one running job share.
 *
 * @param stop whether the job is to stop: cancelled, another replica's by now, or this one shuts down
 * @param secondsBefore time that earlier deliveries of the job took
 * @param models takes what the job makes
 * @param replay the training that the job repeats, or null as a rule; takes the models then
 */
record JobContext(JobRequested job, Preset preset, ProgressReporter progress, JobCheckpoints checkpoints,
        BooleanSupplier stop, double secondsBefore, ModelEvents models, Replay replay) {

    /** @throws JobFailedException if the job is a replay of a training with other hyperparameters */
    void requireAsBefore(JobPhase phase, Hyperparameters hyperparameters) {
        if (replay != null) {
            replay.requireSame(phase, hyperparameters.toMap());
        }
    }

    /** @throws JobStoppedException if the job is to stop */
    void requireWanted() {
        if (stop.getAsBoolean()) {
            throw new JobStoppedException("Job " + job.jobId() + " is to stop");
        }
    }
}
