package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.TrainingProgress;
import io.crossline.evaluation.loop.Loop;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Learns of jobs that end without a model.
 *
 * <p>
 * Key: job, so that a job's last word comes last. Re-delivery: a cycle that is closed stays closed. What is no progress goes to the
 * dead-letter topic with the reason; a database that does not answer is waited for.
 */
@ApplicationScoped
public class ProgressConsumer {

    private final Loop loop;

    ProgressConsumer(Loop loop) {
        this.loop = loop;
    }

    @Incoming("training-progress")
    @Blocking
    public void learn(ConsumerRecord<String, byte[]> record) {
        TrainingProgress progress = Json.decode(record.value(), TrainingProgress.class);
        if (progress.state() == JobState.FAILED || progress.state() == JobState.CANCELLED) {
            RetryWhileUnavailable.untilDone("end of job " + progress.jobId(),
                    () -> loop.jobEnded(progress.jobId(), progress.message()));
        }
    }
}
