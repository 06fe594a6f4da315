package io.crossline.adaptation.trainer;

/** A checkpoint that this run cannot go on from: damaged, or of a run with other images, networks or hyperparameters. */
public class UnusableCheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableCheckpointException(String reason) {
        super("Cannot resume from the checkpoint: " + reason);
    }

    public UnusableCheckpointException(String reason, Throwable cause) {
        super("Cannot resume from the checkpoint: " + reason, cause);
    }
}
