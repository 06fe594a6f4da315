package io.crossline.ingest.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Checks every record of {@code images.captured}, whoever wrote it: outside producers may write the topic directly. The
 * replicas of the service share the partitions.
 *
 * <p>
 * Key: line; order does not matter here. A record that is no batch, or one that breaks the contract, goes to the
 * dead-letter topic as it came, with the reason in its headers, and the next one is read. Delivered again, it goes there
 * again.
 */
@ApplicationScoped
class CapturedBatchValidator {

    static final String CHANNEL = "images-captured";

    private final Counter good;
    private final Counter bad;

    CapturedBatchValidator(MeterRegistry metrics) {
        this.good = metrics.counter("crossline.batches.validated", "result", "good");
        this.bad = metrics.counter("crossline.batches.validated", "result", "dead-lettered");
    }

    /** @throws InvalidFieldException which sends the record to the dead-letter topic */
    @Incoming(CHANNEL)
    @Blocking
    void validate(ConsumerRecord<String, byte[]> message) {
        try {
            ImageBatchCodec.decode(message.value());
            good.increment();
        } catch (InvalidFieldException e) {
            bad.increment();
            throw e;
        }
    }
}
