package io.crossline.ingest.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.RecordChecked;
import io.crossline.contracts.Topics;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.messaging.PublishedIndex.Position;
import io.crossline.kafka.RangeReader;
import io.crossline.kafka.TopicView;
import io.crossline.kafka.TopicsAtStart;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * What is on {@code images.captured}, as {@code images.checked} tells it: small events in place of pixels, so that the start takes as long
 * as there are batches, and not bytes. Every replica follows the whole topic. From it come the index that recognises duplicates and the
 * statistics of the lines.
 *
 * <p>
 * At the start, the captured records that nobody has checked yet are looked at as well, for the index alone. Nothing is published before.
 */
@ApplicationScoped
public class CheckedRecords {

    private static final Logger LOG = Logger.getLogger(CheckedRecords.class);
    private static final Duration RETENTION_CHECK = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(120);
    private static final long STOP_SECONDS = 10;

    private final KafkaClients clients;
    private final LineBoard board;
    private final PublishedIndex index;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "captured-index");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch uncheckedKnown = new CountDownLatch(1);
    private volatile TopicView view;
    private volatile String failure;

    CheckedRecords(KafkaClients clients, LineBoard board, IngestConfig config) {
        this.clients = clients;
        this.board = board;
        this.index = new PublishedIndex(config.rememberedBatches());
    }

    void start(@Observes @Priority(TopicsAtStart.PRIORITY + 1) StartupEvent event) {
        view = TopicView.start(Topics.IMAGES_CHECKED, clients.connection(), this::take);
        worker.execute(this::learnUnchecked);
        worker.scheduleWithFixedDelay(this::forgetDeleted, RETENTION_CHECK.toSeconds(), RETENTION_CHECK.toSeconds(),
                TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.shutdownNow();
        view.close();
        worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    PublishedIndex index() {
        return index;
    }

    /** Whether everything that was there at the start is known. */
    public boolean isCaughtUp() {
        return view.isCaughtUp() && isUncheckedKnown();
    }

    /** Why the topics cannot be read at present; empty if they can. */
    public Optional<String> failure() {
        return view.failure().or(() -> Optional.ofNullable(failure));
    }

    /** Waits until all checked records that were there at the start are known. */
    void awaitChecked() {
        view.awaitCaughtUp(CATCH_UP);
    }

    /** Waits until all that was there at the start is known, so that a duplicate can be told. */
    void awaitCaughtUp() {
        awaitChecked();
        if (!awaitUnchecked(CATCH_UP)) {
            throw new IllegalStateException("Topic " + Topics.IMAGES_CAPTURED + " was not read to its end in "
                    + CATCH_UP.toSeconds() + " s, so duplicates cannot be told yet: try again later"
                    + failure().map(why -> ". " + why).orElse(""));
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        RecordChecked checked = Json.decode(message.value(), RecordChecked.class);
        if (checked.batch() == null) {
            board.rejected(checked);
        } else {
            Position position = new Position(checked.partition(), checked.offset());
            BatchKey.of(checked.batch().id()).filter(key -> index.count(key, position))
                    .ifPresent(key -> board.accepted(checked));
        }
    }

    private boolean isUncheckedKnown() {
        return uncheckedKnown.getCount() == 0;
    }

    private boolean awaitUnchecked(Duration longest) {
        try {
            return uncheckedKnown.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void learnUnchecked() {
        while (!isUncheckedKnown() && !worker.isShutdown()) {
            try (RangeReader reader = RangeReader.open(clients.connection())) {
                Map<TopicPartition, Long> first = reader.firstOffsets(reader.partitions(Topics.IMAGES_CAPTURED));
                Map<TopicPartition, Long> ends = reader.endOffsets(first.keySet());
                Map<TopicPartition, Long> checked = clients.checkedOffsets();
                first.forEach((partition, earliest) -> {
                    long from = Math.max(earliest, checked.getOrDefault(partition, earliest));
                    if (from < ends.get(partition)) {
                        reader.read(
                                new OffsetRange(partition.topic(), partition.partition(), from, ends.get(partition)),
                                this::learn);
                    }
                });
                failure = null;
                uncheckedKnown.countDown();
            } catch (KafkaException e) {
                failure = "Topic " + Topics.IMAGES_CAPTURED + " cannot be read: " + e.getMessage();
                LOG.warnf("%s; tries again in %d s", failure, RETRY.toSeconds());
                awaitUnchecked(RETRY);
            }
        }
    }

    private void learn(ConsumerRecord<String, byte[]> message) {
        try {
            String id = CapturedRecords.decode(message).id();
            BatchKey.of(id).ifPresent(key -> index.add(key, new Position(message.partition(), message.offset())));
        } catch (InvalidFieldException e) {
            LOG.debugf("%s-%d@%d is no batch: %s", message.topic(), message.partition(), message.offset(),
                    e.getMessage());
        }
    }

    private void forgetDeleted() {
        try (RangeReader reader = RangeReader.open(clients.connection())) {
            index.retain(reader.firstOffsets(reader.partitions(Topics.IMAGES_CAPTURED)));
        } catch (KafkaException e) {
            LOG.warnf("What %s has deleted is looked at later: %s", Topics.IMAGES_CAPTURED, e.getMessage());
        }
    }
}
