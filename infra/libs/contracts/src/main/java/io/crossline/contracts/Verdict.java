package io.crossline.contracts;

/** Whether a model may be used. */
public enum Verdict {
    ACCEPTED, REJECTED
}
