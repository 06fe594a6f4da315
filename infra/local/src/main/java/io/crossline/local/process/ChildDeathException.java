package io.crossline.local.process;

/** A service ended before it was ready. */
public final class ChildDeathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChildDeathException(ChildDeath death) {
        super(death.describe());
    }
}
