package io.crossline.dashboard.live;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.Json;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;

/** Sends a message to every open page. A page that cannot take it is logged and fetches what it missed on reconnecting. */
@ApplicationScoped
public class LiveBroadcast {

    private static final Logger LOG = Logger.getLogger(LiveBroadcast.class);

    private final OpenConnections connections;

    LiveBroadcast(OpenConnections connections) {
        this.connections = connections;
    }

    public void send(LiveMessage message) {
        String text = encode(message);
        connections.stream().filter(WebSocketConnection::isOpen).forEach(connection -> connection.sendText(text)
                .subscribe().with(sent -> LOG.tracef("Sent %s to page %s", message.type(), connection.id()),
                        failure -> LOG.debugf(failure, "Page %s did not take a message", connection.id())));
    }

    boolean nobodyListens() {
        return connections.stream().findAny().isEmpty();
    }

    static String encode(LiveMessage message) {
        return new String(Json.encode(message), StandardCharsets.UTF_8);
    }
}
