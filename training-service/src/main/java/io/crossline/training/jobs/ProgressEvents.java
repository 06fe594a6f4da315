package io.crossline.training.jobs;

import io.crossline.contracts.TrainingProgress;

/** Takes the progress of jobs to whom it concerns. */
@FunctionalInterface
public interface ProgressEvents {

    /** Sends an event. One with a final state is safe with the broker on return; others may be lost while it is away. */
    void send(TrainingProgress progress);
}
