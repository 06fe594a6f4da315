package io.crossline.local.chaos;

/** What is done to the plant, or in it. */
public enum StepKind {

    /** A part's process is killed (SIGKILL); the launcher starts it again. */
    KILL(true),
    /** A part's processes are stopped (SIGSTOP) for a while, then go on (SIGCONT). */
    FREEZE(true),
    /** An outside producer sends a record that must become a dead letter. */
    BAD_RECORD(true),
    /** Somebody uploads a file that is no image. */
    BAD_FILE(true),
    /** The oldest records of a line's partition are deleted, as retention does. */
    CUT_RETENTION(true),
    /** Somebody uploads an image. */
    GOOD_FILE(false),
    /** A person makes a model champion. */
    PROMOTE(false),
    /** A person goes back to the champion before. */
    ROLL_BACK(false);

    private final boolean fault;

    StepKind(boolean fault) {
        this.fault = fault;
    }

    /** False for what people do every day. */
    public boolean isFault() {
        return fault;
    }

    /** Whether it makes a part end or stand still, so that the product may be out of service. */
    public boolean isOutage() {
        return this == KILL || this == FREEZE;
    }
}
