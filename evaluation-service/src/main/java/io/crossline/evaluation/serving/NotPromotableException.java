package io.crossline.evaluation.serving;

/** The model cannot be the line's champion; the message says why. */
public class NotPromotableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPromotableException(String message) {
        super(message);
    }
}
