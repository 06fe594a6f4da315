package io.crossline.dashboard.live;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.Json;
import io.netty.handler.codec.http.QueryStringDecoder;
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
        connections.stream().filter(WebSocketConnection::isOpen)
                .forEach(connection -> send(connection, message.type(), text));
    }

    /** To the pages of one line each ({@code /live?line=NAME}): with a thousand lines, the throughput of all is much. */
    void sendThroughput(List<LineThroughput> lines) {
        connections.stream().filter(WebSocketConnection::isOpen).forEach(connection -> {
            List<LineThroughput> wanted = lines.stream().filter(line -> line.line().equals(lineOf(connection)))
                    .toList();
            if (!wanted.isEmpty()) {
                LiveMessage message = LiveMessage.throughput(wanted);
                send(connection, message.type(), encode(message));
            }
        });
    }

    private static String lineOf(WebSocketConnection connection) {
        String query = connection.handshakeRequest().query();
        return query == null
                ? null
                : new QueryStringDecoder(query, false).parameters().getOrDefault("line", List.of("")).get(0);
    }

    private static void send(WebSocketConnection connection, String type, String text) {
        connection.sendText(text).subscribe().with(sent -> LOG.tracef("Sent %s to page %s", type, connection.id()),
                failure -> LOG.debugf(failure, "Page %s did not take a message", connection.id()));
    }

    boolean nobodyListens() {
        return connections.stream().findAny().isEmpty();
    }

    static String encode(LiveMessage message) {
        return new String(Json.encode(message), StandardCharsets.UTF_8);
    }
}
