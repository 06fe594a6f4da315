package io.crossline.dashboard.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.Json;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.dashboard.live.LiveBroadcast;
import io.crossline.dashboard.live.LiveMessage;

/**
 * Tells the open pages that a model was scored, so that they fetch what is new.
 * <p>
 * Key: model version. Ordering: per model. Re-delivery: harmless, the page fetches once more.
 */
@ApplicationScoped
class EvaluatedConsumer {

    private final LiveBroadcast live;

    EvaluatedConsumer(LiveBroadcast live) {
        this.live = live;
    }

    @Incoming("models-evaluated")
    void onEvaluated(byte[] value) {
        live.send(LiveMessage.evaluated(Json.decode(value, ModelEvaluated.class)));
    }
}
