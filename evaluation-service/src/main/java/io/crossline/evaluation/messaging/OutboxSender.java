package io.crossline.evaluation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.kafka.Producers;

/**
 * Sends events in order. What is sent is never given up: the idempotent producer repeats it until the broker has it, once and in its place.
 * A producer that gave up could not know whether a broker that comes back takes the record yet, behind one that was sent later. For one thread.
 */
final class OutboxSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** How long a topic is looked for before the database is asked whether this replica still relays. */
    private static final int TOPIC_LOOK_MILLIS = 5000;

    private final Map<String, Object> kafka;
    private Producer<String, byte[]> producer;

    OutboxSender(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Waits until the broker has the events.
     *
     * @param check called about once a second meanwhile; where it throws, what is under way is given up: another replica sends it
     * @return how many of the first events the broker has; fewer than all where a topic is not found or a record is refused
     */
    int send(List<OutboxEvent> events, Runnable check) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (OutboxEvent event : events) {
                Future<RecordMetadata> future = producer().send(record(event));
                sent.add(future);
                if (future.isDone() && refusal(future, check).isPresent()) {
                    break; // what follows must not overtake it
                }
            }
            for (int taken = 0; taken < sent.size(); taken++) {
                Optional<Throwable> refusal = refusal(sent.get(taken), check);
                if (refusal.isPresent()) {
                    refused(refusal.get());
                    return taken;
                }
            }
            return sent.size();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Why the record is not taken; waits until that is known. */
    private static Optional<Throwable> refusal(Future<RecordMetadata> future, Runnable check)
            throws InterruptedException {
        while (true) {
            try {
                future.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                check.run();
            } catch (ExecutionException e) {
                return Optional.of(e.getCause());
            }
        }
    }

    private void refused(Throwable refusal) {
        LOG.warnf("An event of the outbox waits and is sent again: %s", refusal.getMessage());
        if (!(refusal instanceof RetriableException)) {
            close(); // a producer that has failed for good sends nothing more
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = Producers.open(kafka, Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, TOPIC_LOOK_MILLIS));
        }
        return producer;
    }

    private static ProducerRecord<String, byte[]> record(OutboxEvent event) {
        Headers headers = new RecordHeaders();
        event.headers().forEach((name, value) -> CloudEventHeaders.add(headers, name, value));
        return new ProducerRecord<>(event.topic(), null, event.key(), event.value(), headers);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
