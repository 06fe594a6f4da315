package io.crossline.local.supervise;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the launcher does with a part. */
public enum PartState {
    /** For another part, or for room on the disk. */
    WAITING,
    /** Runs and is not ready yet. */
    STARTING,
    /** Was ready, and runs. */
    UP,
    /** Runs, and was not ready in time; it may still become so. */
    LATE,
    /** Runs, was ready, and does not answer. */
    SILENT,
    /** Has ended and is started again after a pause. */
    RESTARTING,
    /** Has ended too often and stays so. */
    DOWN,
    /** Was stopped in order. */
    STOPPED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
