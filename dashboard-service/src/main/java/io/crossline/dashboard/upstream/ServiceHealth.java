package io.crossline.dashboard.upstream;

/**
 * How a service is; where a launcher started this dashboard, also how a troubled broker, database or disk is.
 *
 * @param service {@code ingest} and so on; {@code kafka}, {@code postgresql} or {@code disk}
 * @param detail one sentence for people, empty when it is up
 * @param restarts that the launcher has made of it; 0 where no launcher tells
 */
public record ServiceHealth(String service, State state, String detail, int restarts) {

    /** In words of the page. */
    public enum State {
        UP,
        /** Answers, but is not ready. */
        NOT_READY, DOWN
    }

    static ServiceHealth up(Service service) {
        return new ServiceHealth(service.id(), State.UP, "", 0);
    }

    static ServiceHealth of(UpstreamException failure) {
        State state = failure.kind() == UpstreamException.Kind.DOWN ? State.DOWN : State.NOT_READY;
        return new ServiceHealth(failure.service().id(), state, failure.getMessage(), 0);
    }
}
