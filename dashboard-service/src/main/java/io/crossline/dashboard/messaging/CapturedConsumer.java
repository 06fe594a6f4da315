package io.crossline.dashboard.messaging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.dashboard.live.Throughput;

/**
 * Counts captured images by line from the record headers; pixels are never decoded.
 * <p>
 * Key: line. Ordering: none needed. Re-delivery: none, as nothing is committed; a count is a display, not a ledger.
 * A batch of an outside producer without the header counts as one image.
 */
@ApplicationScoped
class CapturedConsumer {

    private static final String UNKNOWN = "1";

    private final Throughput throughput;

    CapturedConsumer(Throughput throughput) {
        this.throughput = throughput;
    }

    @Incoming("images-captured")
    void onCaptured(ConsumerRecord<String, Integer> record) {
        String images = CloudEventHeaders.value(record.headers(), CloudEventHeaders.IMAGES).orElse(UNKNOWN);
        throughput.add(record.key(), Integer.parseInt(images), Instant.ofEpochMilli(record.timestamp()));
    }
}
