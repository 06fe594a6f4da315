package io.crossline.training.messaging;

import java.time.Duration;

import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Sends records through a channel. */
final class ChannelSender {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
    /** What a broker's outage may last before work that is done is given up. */
    private static final Duration OUTAGE = Duration.ofHours(1);

    private ChannelSender() {}

    /** Sends once; the Uni ends when the broker has the record. */
    static Uni<Void> send(MutinyEmitter<byte[]> emitter, String key, byte[] value, Headers headers) {
        return Uni.createFrom().deferred(() -> emitter.sendMessage(message(key, value, headers)));
    }

    /** Sends until the broker has the record, through outages. */
    static void sendSafely(MutinyEmitter<byte[]> emitter, String key, byte[] value, Headers headers) {
        send(emitter, key, value, headers)
                .onFailure(RetriableException.class)
                .invoke(e -> LOG.warn("Kafka did not take {}, trying again: {}", key, e.getMessage()))
                .onFailure(RetriableException.class).retry().withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .expireIn(OUTAGE.toMillis())
                .await().indefinitely();
    }

    private static Message<byte[]> message(String key, byte[] value, Headers headers) {
        return Message.of(value).addMetadata(
                OutgoingKafkaRecordMetadata.<String>builder().withKey(key).withHeaders(headers).build());
    }
}
