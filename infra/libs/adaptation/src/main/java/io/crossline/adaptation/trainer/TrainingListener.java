package io.crossline.adaptation.trainer;

/** Told how a training run proceeds, in the trainer's thread: return soon. An exception thrown here ends the run. */
public interface TrainingListener {

    /**
     * Training begins, or goes on.
     *
     * @param epochsDone 0, or more when the run was resumed from a checkpoint
     */
    default void started(int epochsDone, int epochs, int stepsPerEpoch) {}

    /** Some steps of an epoch are done: at most a few calls a second. */
    default void step(StepReport report) {}

    /** An epoch is done. */
    void epoch(EpochReport report);

    /** A listener that listens to nothing. */
    static TrainingListener none() {
        return report -> {
        };
    }
}
