package io.crossline.kafka;

/** A data set that is not, or no longer, in Kafka. Reading it again does not help. */
public class SelectionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SelectionUnavailableException(String message) {
        super(message);
    }

    public SelectionUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
