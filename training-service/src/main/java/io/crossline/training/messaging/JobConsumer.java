package io.crossline.training.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * Takes jobs from {@code jobs.requested}, key: line pair, so that the jobs of a pair run in the order in which they were
 * requested. One job at a time; its record is acknowledged when the job has ended, so that a killed replica's job is delivered
 * again and goes on from its checkpoint. The record of a job that another replica has by now is not acknowledged here. A record that is no job
 * goes to the dead-letter topic.
 */
@ApplicationScoped
public class JobConsumer {

    private final TrainingThread trainingThread;
    private final JobPartitions partitions;

    @Inject
    JobConsumer(TrainingThread trainingThread, @Identifier(JobPartitions.GROUP) JobPartitions partitions) {
        this.trainingThread = trainingThread;
        this.partitions = partitions;
    }

    @Incoming("jobs-requested")
    @Acknowledgment(Strategy.MANUAL)
    public CompletionStage<Void> requested(IncomingKafkaRecord<String, byte[]> record) {
        JobRequested job;
        try {
            job = Json.decode(record.getPayload(), JobRequested.class);
        } catch (InvalidFieldException e) {
            return record.nack(e);
        }
        TopicPartition partition = new TopicPartition(record.getTopic(), record.getPartition());
        return trainingThread.run(job, partitions.of(partition, record.getOffset()))
                .thenCompose(done -> done ? record.ack() : CompletableFuture.completedStage(null));
    }
}
