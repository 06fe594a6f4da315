package io.crossline.networks.backbone;

/** A backbone that cannot be used: its file is missing, or it or the file beside it is not as expected. */
public class BackboneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackboneException(String message) {
        super(message);
    }

    public BackboneException(String message, Throwable cause) {
        super(message, cause);
    }
}
