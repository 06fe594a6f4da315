package io.crossline.evaluation.messaging;

import java.time.Instant;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Records that leave this service: JSON events with CloudEvents headers. */
final class Outgoing {

    private static final String SOURCE = "evaluation-service";

    private Outgoing() {}

    /**
     * @param key of the record; the event's subject as well
     * @param id the same id sent twice is the same event
     * @param type such as {@code io.crossline.predictions}
     */
    static Message<byte[]> json(String key, String id, String type, Instant at, Object event) {
        return Message.of(Json.encode(event)).addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(CloudEventHeaders.of(id, type, SOURCE, key, at, CloudEventHeaders.JSON))
                .build());
    }
}
