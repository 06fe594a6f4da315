package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.evaluation.store.AdaptationStore;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Learns from requested jobs which methods an adaptation asked for. Replays are part of none.
 *
 * <p>
 * Key: line pair; the order does not matter. Re-delivery: an adaptation is recorded once. What is no job is left out with a line
 * in the log, as the training service writes the dead letters of this topic; a database that does not answer is waited for.
 */
@ApplicationScoped
public class JobConsumer {

    private final AdaptationStore store;

    JobConsumer(AdaptationStore store) {
        this.store = store;
    }

    @Incoming("jobs-requested")
    @Blocking
    public void record(ConsumerRecord<String, byte[]> record) {
        JobRequested job = Json.decode(record.value(), JobRequested.class);
        if (job.replayOf() != null) {
            return; // trains no model: no adaptation to be shown
        }
        RetryWhileUnavailable.untilAvailable("recording of adaptation " + job.adaptationId(), () -> store.record(job));
    }
}
