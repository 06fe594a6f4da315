package io.crossline.contracts;

/** Where a training job stands. */
public enum JobState {
    QUEUED, RUNNING,
    /** Waits for another service, such as for translated images. */
    WAITING, COMPLETED, FAILED, CANCELLED;

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
