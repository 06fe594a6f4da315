package io.crossline.bench.process;

/** A side of a row could not be measured. The message is a sentence for people. */
public final class ContestantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContestantException(String message) {
        super(message);
    }

    public ContestantException(String message, Throwable cause) {
        super(message, cause);
    }
}
