package io.crossline.dashboard.messaging;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelManifest;
import io.crossline.dashboard.live.LiveBroadcast;
import io.crossline.dashboard.live.LiveMessage;

/**
 * Tells the open pages that a model was trained. Reads the manifest in the header, never the archive.
 * <p>
 * Key: model version. Ordering: per model. Re-delivery: harmless, the page fetches once more.
 */
@ApplicationScoped
class TrainedConsumer {

    private final LiveBroadcast live;

    TrainedConsumer(LiveBroadcast live) {
        this.live = live;
    }

    @Incoming("models-trained")
    void onTrained(ConsumerRecord<String, Integer> record) {
        String manifest = CloudEventHeaders.value(record.headers(), CloudEventHeaders.MANIFEST)
                .orElseThrow(() -> new InvalidFieldException(CloudEventHeaders.MANIFEST, "is missing"));
        live.send(LiveMessage
                .trained(Json.decode(manifest.getBytes(StandardCharsets.UTF_8), ModelManifest.class)));
    }
}
