package io.crossline.training.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.crossline.contracts.JobCancelled;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.kafka.StartPosition;
import io.crossline.kafka.TopicView;
import io.crossline.kafka.UnusableRecords;
import io.crossline.training.jobs.ConfiguredLines;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.Verdicts;

/**
 * Keeps the registry of jobs, the verdicts and the lines' settings true to Kafka: every replica reads
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

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Broker broker;
    private final JobRegistry registry;
    private final Verdicts verdicts;
    private final ConfiguredLines lines;
    private final DeadLetters deadLetters;
    private List<TopicView> topics = List.of();

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
        topics = List.of(
                view(Topics.JOBS_REQUESTED,
                        record -> registry.requested(Json.decode(record.value(), JobRequested.class)),
                        UnusableRecords.logged()),
                view(Topics.JOBS_CANCELLED,
                        record -> registry.cancelled(Json.decode(record.value(), JobCancelled.class)),
                        this::deadLetter),
                view(Topics.TRAINING_PROGRESS,
                        record -> registry.progressed(Json.decode(record.value(), TrainingProgress.class)),
                        UnusableRecords.logged()),
                view(Topics.MODELS_EVALUATED, this::evaluated, UnusableRecords.logged()),
                view(Topics.LINES_CONFIGURED, this::configured, UnusableRecords.logged()));
    }

    /** Whether all that was in Kafka at the start is known. */
    public boolean areComplete() {
        return !topics.isEmpty() && topics.stream().allMatch(TopicView::isCaughtUp);
    }

    /** Why a topic is not followed at present; empty if all are. */
    public Optional<String> failure() {
        return topics.stream().map(TopicView::failure).flatMap(Optional::stream).findFirst();
    }

    void awaitComplete() {
        topics.forEach(topic -> topic.awaitCaughtUp(FOR_EVER));
    }

    void stop() {
        topics.forEach(TopicView::close);
    }

    private TopicView view(String topic, TopicView.Handler handler, UnusableRecords unusable) {
        return TopicView.start(topic, broker.properties(), StartPosition.beginning(), handler, unusable);
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

    private void deadLetter(ConsumerRecord<String, byte[]> record, RuntimeException reason, boolean isNew) {
        UnusableRecords.logged().take(record, reason, isNew);
        if (isNew) {
            deadLetters.send(record, reason);
        }
    }
}
