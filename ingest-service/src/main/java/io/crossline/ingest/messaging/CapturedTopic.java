package io.crossline.ingest.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import io.crossline.contracts.Topics;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.messaging.PublishedIndex.Position;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Follows {@code images.captured} from its first record on, in every replica: what this one, other replicas and outside
 * producers have published. From it come the index that recognises duplicates and the statistics of the lines. Nothing is
 * published before the start of the topic up to now was read.
 *
 * <p>
 * Order is that of each partition. Reading again after a restart gives the same state: a batch counts once.
 */
@ApplicationScoped
public class CapturedTopic {

    private static final Logger LOG = Logger.getLogger(CapturedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETENTION_CHECK = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final long CATCH_UP_SECONDS = 120;
    private static final long STOP_SECONDS = 10;

    private final KafkaClients clients;
    private final LineBoard board;
    private final PublishedIndex index;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "images-captured-follower");
        thread.setDaemon(true);
        return thread;
    });
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopping;
    private volatile String failure;

    CapturedTopic(KafkaClients clients, LineBoard board, IngestConfig config) {
        this.clients = clients;
        this.board = board;
        this.index = new PublishedIndex(config.rememberedBatches());
    }

    void start(@Observes StartupEvent event) {
        follower.scheduleWithFixedDelay(this::follow, 0, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        follower.shutdown();
        KafkaConsumer<String, byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
        follower.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    PublishedIndex index() {
        return index;
    }

    /** Whether everything that was there at the start has been read. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0 && failure == null;
    }

    /** Why the topic is not followed, or null. */
    public String failure() {
        return failure;
    }

    /** Waits until all that was there at the start has been read. */
    void awaitCaughtUp() {
        try {
            if (!caughtUp.await(CATCH_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Topic " + Topics.IMAGES_CAPTURED + " was not read to its end in "
                        + CATCH_UP_SECONDS + " s, so duplicates cannot be told yet: try again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topic " + Topics.IMAGES_CAPTURED + " was read", e);
        }
    }

    /** Ends only when the service stops or the reader fails; then it is started again, from the first record on. */
    private void follow() {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            consumer = reader;
            board.clear();
            List<TopicPartition> partitions = reader.partitionsFor(Topics.IMAGES_CAPTURED).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            failure = null;
            poll(reader, partitions);
        } catch (WakeupException e) {
            LOG.debug("No longer follows " + Topics.IMAGES_CAPTURED);
        } catch (RuntimeException e) {
            failure = "Topic " + Topics.IMAGES_CAPTURED + " cannot be read: " + e.getMessage();
            LOG.errorf(e, "%s; tries again in %d s", failure, RETRY.toSeconds());
        }
    }

    private void poll(KafkaConsumer<String, byte[]> reader, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ahead = new HashMap<>(reader.endOffsets(partitions));
        long nextCheck = System.nanoTime() + RETENTION_CHECK.toNanos();
        while (!stopping) {
            reader.poll(POLL).forEach(this::take);
            ahead.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
            if (ahead.isEmpty()) {
                caughtUp.countDown();
            }
            if (System.nanoTime() > nextCheck) {
                index.retain(reader.beginningOffsets(partitions));
                nextCheck = System.nanoTime() + RETENTION_CHECK.toNanos();
            }
        }
    }

    /** Each record by itself: one that cannot be taken must not keep the others from it. */
    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            count(message);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s-%d@%d could not be counted", message.topic(), message.partition(), message.offset());
        }
    }

    private void count(ConsumerRecord<String, byte[]> message) {
        CapturedRecord.read(message).ifPresent(captured -> {
            Position position = new Position(message.partition(), message.offset());
            // this replica's own batches are in the index before they are read here, so the place decides
            boolean first = index.add(captured.key(), position)
                    || index.find(captured.key()).filter(position::equals).isPresent();
            if (first) {
                board.add(captured.batch());
            }
        });
    }
}
