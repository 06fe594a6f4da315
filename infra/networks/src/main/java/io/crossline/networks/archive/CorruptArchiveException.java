package io.crossline.networks.archive;

/** A model archive that is damaged, incomplete, or holds other parameters than its manifest says. */
public class CorruptArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptArchiveException(String reason) {
        super("The model archive cannot be used: " + reason);
    }

    public CorruptArchiveException(String reason, Throwable cause) {
        super("The model archive cannot be used: " + reason, cause);
    }
}
