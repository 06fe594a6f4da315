package io.crossline.dashboard.upstream;

/**
 * How a service is.
 *
 * @param detail one sentence for people, empty when it is up
 */
public record ServiceHealth(Service service, State state, String detail) {

    /** In words of the page. */
    public enum State {
        UP,
        /** Answers, but is not ready. */
        NOT_READY, DOWN
    }

    static ServiceHealth up(Service service) {
        return new ServiceHealth(service, State.UP, "");
    }

    static ServiceHealth of(UpstreamException failure) {
        State state = failure.kind() == UpstreamException.Kind.DOWN ? State.DOWN : State.NOT_READY;
        return new ServiceHealth(failure.service(), state, failure.getMessage());
    }
}
