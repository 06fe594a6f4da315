package io.crossline.dashboard.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.Json;
import io.crossline.contracts.TrainingProgress;
import io.crossline.dashboard.live.LiveBroadcast;
import io.crossline.dashboard.live.LiveMessage;

/**
 * Hands training progress to the open pages.
 * <p>
 * Key: job. Ordering: per job. Re-delivery: harmless, an event says where a job stands and the page drops older ones.
 */
@ApplicationScoped
class ProgressConsumer {

    private final LiveBroadcast live;

    ProgressConsumer(LiveBroadcast live) {
        this.live = live;
    }

    @Incoming("training-progress")
    void onProgress(byte[] value) {
        live.send(LiveMessage.progress(Json.decode(value, TrainingProgress.class)));
    }
}
