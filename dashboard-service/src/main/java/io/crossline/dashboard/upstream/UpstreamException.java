package io.crossline.dashboard.upstream;

/** A service did not give what was asked of it. The message is for people: what failed and what to do. */
public final class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it was. */
    public enum Kind {
        /** Nobody answers. */
        DOWN,
        /** It answers that there is no such thing, or not yet. */
        MISSING,
        /** It refuses the request. */
        REFUSED,
        /** It answers with an error, or with something unreadable. */
        BROKEN
    }

    private final Service service;
    private final Kind kind;
    private final int status;

    /** A service that did not answer. */
    UpstreamException(Service service, String message, Throwable cause) {
        this(service, Kind.DOWN, 0, message, cause);
    }

    UpstreamException(Service service, Kind kind, int status, String message, Throwable cause) {
        super(message, cause);
        this.service = service;
        this.kind = kind;
        this.status = status;
    }

    public Service service() {
        return service;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status that it answered with; 0 where nobody answered. */
    public int status() {
        return status;
    }
}
