package io.crossline.networks.archive;

/** A model archive that is damaged, incomplete, or holds other parameters than its manifest says. */
public class CorruptArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public CorruptArchiveException(String reason) {
        this(reason, null);
    }

    public CorruptArchiveException(String reason, Throwable cause) {
        super("The model archive cannot be used: " + reason, cause);
        this.reason = reason;
    }

    /** What is wrong with it, as a part of a sentence. */
    String reason() {
        return reason;
    }
}
