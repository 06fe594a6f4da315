package io.crossline.training.dataset;

/** The selected images cannot be trained on. The message is a sentence for people: what is wrong and what to do. */
public class UnusableDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableDataException(String message) {
        super(message);
    }

    public UnusableDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
