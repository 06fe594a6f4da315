package io.crossline.dashboard.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;

/**
 * One part of the page: what its service answered, or why it did not, so that the other parts still show.
 *
 * @param data the service's document when ready, else null
 * @param message one sentence for people when not ready, else empty
 */
public record Panel(State state, JsonNode data, String message) {

    /** Whether there is something to show. */
    public enum State {
        READY("ready"), MISSING("missing"), UNAVAILABLE("unavailable");

        private final String id;

        State(String id) {
            this.id = id;
        }

        @JsonValue
        public String id() {
            return id;
        }
    }

    /** Ready, or whatever the failure says; other failures than the service's pass on. */
    static Uni<Panel> of(Uni<JsonNode> answer) {
        return answer.map(data -> new Panel(State.READY, data, "")).onFailure(UpstreamException.class)
                .recoverWithItem(Panel::failed);
    }

    private static Panel failed(UpstreamException failure) {
        State state = failure.kind() == UpstreamException.Kind.MISSING ? State.MISSING : State.UNAVAILABLE;
        return new Panel(state, null, failure.getMessage());
    }
}
