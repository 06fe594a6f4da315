package io.crossline.training.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobCancelled;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.training.jobs.ConfiguredLines;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.Verdicts;

/**
 * Keeps the registry of jobs, the verdicts and the lines' settings true to the bus: every replica reads
 * {@code jobs.requested} (key: line pair), {@code jobs.cancelled} (key: job), {@code training.progress} (key: job),
 * {@code models.evaluated} (key: model version) and {@code lines.configured} (key: line) whole at its start and follows them.
 * Taking a record twice changes nothing.
 *
 * <p>
 * A cancellation that cannot be decoded goes to the dead-letter topic; the other topics are dead-lettered by the consumers that own
 * them, and passed over here. No consumer owns {@code lines.configured}: what is no event there is passed over, too.
 */
@ApplicationScoped
public class JobViews {

    private static final Logger LOG = LoggerFactory.getLogger(JobViews.class);

    private final Broker broker;
    private final JobRegistry registry;
    private final Verdicts verdicts;
    private final ConfiguredLines lines;
    private final DeadLetters deadLetters;
    private List<TopicTail> tails = List.of();

    @Inject
    JobViews(Broker broker, JobRegistry registry, Verdicts verdicts, ConfiguredLines lines,
            DeadLetters deadLetters) {
        this.broker = broker;
        this.registry = registry;
        this.verdicts = verdicts;
        this.lines = lines;
        this.deadLetters = deadLetters;
    }

    /** Begins to read. The topics must be there. */
    void start() {
        tails = List.of(
                tail(Topics.JOBS_REQUESTED,
                        record -> registry.requested(Json.decode(record.value(), JobRequested.class)),
                        JobViews::passOver),
                tail(Topics.JOBS_CANCELLED,
                        record -> registry.cancelled(Json.decode(record.value(), JobCancelled.class)),
                        this::deadLetter),
                tail(Topics.TRAINING_PROGRESS,
                        record -> registry.progressed(Json.decode(record.value(), TrainingProgress.class)),
                        JobViews::passOver),
                tail(Topics.MODELS_EVALUATED, this::evaluated, JobViews::passOver),
                tail(Topics.LINES_CONFIGURED, this::configured, JobViews::passOver));
        tails.forEach(TopicTail::start);
    }

    /** Whether all that was on the bus at the start is known. */
    public boolean areComplete() {
        return !tails.isEmpty() && tails.stream().allMatch(TopicTail::isCaughtUp);
    }

    void awaitComplete() throws InterruptedException {
        for (TopicTail tail : tails) {
            tail.awaitCaughtUp();
        }
    }

    void stop() {
        tails.forEach(TopicTail::close);
    }

    private TopicTail tail(String topic, TopicTail.Handler handler, TopicTail.Undecodable undecodable) {
        return new TopicTail(topic, broker.properties(), handler, undecodable);
    }

    /** A record without a value takes a model off the compacted topic. */
    private void evaluated(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            verdicts.evaluated(Json.decode(record.value(), ModelEvaluated.class));
        }
    }

    /** A record without a value takes a line's settings off the compacted topic. */
    private void configured(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            lines.configured(Json.decode(record.value(), LineConfigured.class));
        } else if (record.key() != null) {
            lines.forget(record.key());
        }
    }

    private static void passOver(ConsumerRecord<String, byte[]> record, InvalidFieldException reason, boolean isNew) {
        LOG.warn("{}-{}@{} is passed over: {}", record.topic(), record.partition(), record.offset(),
                reason.getMessage());
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, InvalidFieldException reason, boolean isNew) {
        passOver(record, reason, isNew);
        if (isNew) {
            deadLetters.send(record, reason);
        }
    }
}
