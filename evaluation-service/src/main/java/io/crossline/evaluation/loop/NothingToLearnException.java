package io.crossline.evaluation.loop;

/** A person asked for an adaptation that cannot be; the message says why. */
public class NothingToLearnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToLearnException(String message) {
        super(message);
    }
}
