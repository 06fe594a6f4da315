package io.crossline.dashboard.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.Json;
import io.crossline.dashboard.live.LiveBroadcast;
import io.crossline.dashboard.live.LiveMessage;

/**
 * Tells the open pages that a line's images have drifted, so that they fetch what is new.
 * <p>
 * Key: line. Ordering: per line. Re-delivery: harmless, the page fetches once more.
 */
@ApplicationScoped
class DriftConsumer {

    private final LiveBroadcast live;

    DriftConsumer(LiveBroadcast live) {
        this.live = live;
    }

    @Incoming("drift-detected")
    void onDrift(byte[] value) {
        live.send(LiveMessage.drifted(Json.decode(value, DriftDetected.class)));
    }
}
