package io.crossline.datasets;

/** A data set that cannot be read, or not on from here: the message names the file and what was expected of it. */
public class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
