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

    UpstreamException(Service service, Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.service = service;
        this.kind = kind;
    }

    public Service service() {
        return service;
    }

    public Kind kind() {
        return kind;
    }
}
