package io.crossline.evaluation.serving;

/** The line cannot be given back to the champion before; the message says why, and what serves by now. */
public class RollbackRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RollbackRefusedException(String message) {
        super(message);
    }
}
