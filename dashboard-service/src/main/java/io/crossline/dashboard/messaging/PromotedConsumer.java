package io.crossline.dashboard.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.Json;
import io.crossline.contracts.ModelPromoted;
import io.crossline.dashboard.live.LiveBroadcast;
import io.crossline.dashboard.live.LiveMessage;

/**
 * Tells the open pages that a line has another champion, so that they fetch what is new.
 * <p>
 * Key: line. Ordering: per line. Re-delivery: harmless, the page fetches once more.
 */
@ApplicationScoped
class PromotedConsumer {

    private final LiveBroadcast live;

    PromotedConsumer(LiveBroadcast live) {
        this.live = live;
    }

    @Incoming("models-promoted")
    void onPromoted(byte[] value) {
        live.send(LiveMessage.promoted(Json.decode(value, ModelPromoted.class)));
    }
}
