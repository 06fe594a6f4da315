package io.crossline.evaluation.loop;

/** Where a cycle stands. */
public enum CycleState {
    /** Recorded; earlier champions are tried, or its job is about to be asked for. */
    OPENED,
    /** Its job is asked for. */
    TRAINING,
    /** Its candidate passed the gate and predicts beside the champion. */
    SHADOW,
    /** Its candidate is champion, the model before predicts beside it. */
    PROBATION,
    /** It has an {@link Outcome}. */
    CLOSED;

    /** How a cycle ended. */
    public enum Outcome {
        /** The candidate was promoted and stayed champion. */
        KEPT,
        /** It was promoted, and the model before serves again. */
        ROLLED_BACK,
        /** It was not promoted: the gate, the shadow or a person spoke against it. */
        REFUSED,
        /** There is no candidate: its job failed or was cancelled. */
        FAILED,
        /** What it waited for did not come in time. */
        EXPIRED
    }
}
