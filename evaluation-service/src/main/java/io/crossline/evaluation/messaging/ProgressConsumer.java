package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.TrainingProgress;
import io.crossline.evaluation.loop.Loop;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Learns of jobs that end without a model.
 *
 * <p>
 * Key: job, so that a job's last word comes last. Re-delivery: a cycle that is closed stays closed. What is no progress is left out
 * with a line in the log; a database that does not answer is waited for.
 */
@ApplicationScoped
public class ProgressConsumer {

    private static final Logger LOG = Logger.getLogger(ProgressConsumer.class);

    private final Loop loop;

    ProgressConsumer(Loop loop) {
        this.loop = loop;
    }

    @Incoming("training-progress")
    @Blocking
    public void learn(ConsumerRecord<String, byte[]> record) {
        try {
            TrainingProgress progress = Json.decode(record.value(), TrainingProgress.class);
            if (progress.state() == JobState.FAILED || progress.state() == JobState.CANCELLED) {
                Patience.untilTaken("end of job " + progress.jobId(),
                        () -> loop.jobEnded(progress.jobId(), progress.message()));
            }
        } catch (InvalidFieldException e) {
            LOG.warnf("%s:%d:%d is no progress: %s", record.topic(), record.partition(), record.offset(),
                    e.getMessage());
        }
    }
}
