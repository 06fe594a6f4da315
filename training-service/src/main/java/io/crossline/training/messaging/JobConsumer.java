package io.crossline.training.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;

/**
 * Takes jobs from {@code jobs.requested}, key: line pair, so that the jobs of a pair run in the order in which they were
 * requested. One job at a time; its record is acknowledged when the job has ended, so that a killed replica's job is delivered
 * again and goes on from its checkpoint. A record that is no job goes to the dead-letter topic.
 */
@ApplicationScoped
public class JobConsumer {

    private final TrainingThread trainingThread;

    @Inject
    JobConsumer(TrainingThread trainingThread) {
        this.trainingThread = trainingThread;
    }

    @Incoming("jobs-requested")
    public CompletionStage<Void> requested(ConsumerRecord<String, byte[]> record) {
        try {
            return trainingThread.run(Json.decode(record.value(), JobRequested.class));
        } catch (InvalidFieldException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
