package io.crossline.dashboard.live;

import java.time.Instant;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;

/** The websocket of the page. Server to page only; see {@link LiveMessage} for what is sent. */
@WebSocket(path = "/live")
public class LiveSocket {

    @OnOpen
    String greet() {
        return LiveBroadcast.encode(LiveMessage.hello(Instant.now()));
    }

    /** A page has nothing to say; its keep-alive is answered so that it can tell a dead connection from a quiet one. */
    @OnTextMessage
    String answer(String keepAlive) {
        return LiveBroadcast.encode(LiveMessage.hello(Instant.now()));
    }
}
