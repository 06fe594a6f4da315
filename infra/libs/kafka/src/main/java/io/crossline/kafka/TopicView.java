package io.crossline.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic as state: follows all partitions in a thread of its own, so that every replica of a service sees every record. Each record is
 * handled alone. One that cannot be handled goes to {@link UnusableRecords}, and the view goes on with the next. Where Kafka cannot be
 * read, the view tries again from where it stopped, and {@link #failure()} says why; a service is not ready meanwhile.
 *
 * <p>
 * Records of a partition come in their order. How much is held in memory is the handler's decision; the view holds a position a partition.
 */
public final class TopicView implements AutoCloseable {

    /** Takes one record, in the view's thread. */
    @FunctionalInterface
    public interface Handler {
        /** @throws RuntimeException if the record cannot be used */
        void take(ConsumerRecord<String, byte[]> record);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicView.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    /** The broker answers a connection's requests one after the other: who asks for the end of the topic waits for the fetch under way. */
    private static final int FETCH_WAIT_MILLIS = 50;
    /** Few, as each may be large. */
    private static final int POLLED_RECORDS = 64;

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final StartPosition start;
    private final Handler handler;
    private final UnusableRecords unusable;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Queue<CatchUp> catchUps = new ConcurrentLinkedQueue<>();
    private final CatchUp first = new CatchUp();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    /** The only call from another thread is its wakeup. */
    private volatile Consumer<String, byte[]> following;
    private volatile String failure;

    TopicView(String topic, Supplier<Consumer<String, byte[]>> consumers, StartPosition start, Handler handler,
            UnusableRecords unusable) {
        this.topic = topic;
        this.consumers = consumers;
        this.start = start;
        this.handler = handler;
        this.unusable = unusable;
        this.thread = new Thread(this::run, "view of " + topic);
        thread.setDaemon(true);
        catchUps.add(first);
    }

    /**
     * Begins to follow a topic, which must be there.
     *
     * @param connection Kafka's client properties: addresses, security
     * @param unusable takes the records that the handler cannot use
     */
    public static TopicView start(String topic, Map<String, Object> connection, StartPosition start, Handler handler,
            UnusableRecords unusable) {
        return new TopicView(topic, () -> Consumers.open(connection, Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_RECORDS,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES)), start, handler, unusable).start();
    }

    /** As {@link #start(String, Map, StartPosition, Handler, UnusableRecords)}, from the beginning; unusable records are logged. */
    public static TopicView start(String topic, Map<String, Object> connection, Handler handler) {
        return start(topic, connection, StartPosition.beginning(), handler, UnusableRecords.logged());
    }

    TopicView start() {
        thread.start();
        return this;
    }

    /** Whether all records that were there at the start have been taken. */
    public boolean isCaughtUp() {
        return first.reached.isDone();
    }

    /** Why the topic is not followed at present; empty if it is. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Waits until all records that were there at the start have been taken.
     *
     * @throws TimeoutException if that takes longer
     */
    public void awaitCaughtUp(Duration longest) {
        await(first, longest);
    }

    /**
     * Waits until all records that are there now have been taken.
     *
     * @throws TimeoutException if that takes longer
     */
    public void catchUp(Duration longest) {
        CatchUp now = new CatchUp();
        catchUps.add(now);
        wakeUp();
        try {
            await(now, longest);
        } finally {
            catchUps.remove(now);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        wakeUp();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(CatchUp target, Duration longest) {
        try {
            target.reached.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("Topic " + topic + " was not read to its end in " + longest.toSeconds() + " s"
                    + failure().map(why -> ": " + why).orElse(""));
        } catch (ExecutionException e) {
            throw new KafkaException("Topic " + topic + " is no longer followed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private void wakeUp() {
        Consumer<String, byte[]> open = following;
        if (open != null) {
            open.wakeup();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                followUntilItFails();
            }
        } catch (Error e) {
            failure = "Topic " + topic + " is no longer followed: " + e;
            LOG.error("{}", failure, e);
        } finally {
            catchUps.forEach(waiting -> waiting.reached.completeExceptionally(
                    new IllegalStateException(failure().orElse("Topic " + topic + " is no longer followed"))));
        }
    }

    private void followUntilItFails() {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            following = consumer;
            follow(consumer);
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Reading of {} was interrupted", topic);
        } catch (KafkaException e) {
            failure = "Topic " + topic + " cannot be read: " + e.getMessage();
            LOG.warn("{}; tries again in {} s", failure, BEFORE_RETRY.toSeconds());
            pause();
        } finally {
            following = null;
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("it is not there yet");
        }
        consumer.assign(partitions);
        if (positions.isEmpty()) {
            positions.putAll(start.offsets(consumer, partitions));
        }
        positions.forEach(consumer::seek);
        while (!isClosed()) {
            step(consumer);
            positions.replaceAll((partition, before) -> consumer.position(partition));
        }
    }

    private void step(Consumer<String, byte[]> consumer) {
        try {
            answer(consumer);
            failure = null;
            consumer.poll(POLL).forEach(this::take);
        } catch (WakeupException e) {
            LOG.trace("Somebody asks for the end of {}", topic);
        }
    }

    /** Ends the waits whose end is reached. A new one first learns where the topic ends now. */
    private void answer(Consumer<String, byte[]> consumer) {
        for (CatchUp waiting : catchUps) {
            if (waiting.ends == null) {
                waiting.ends = consumer.endOffsets(positions.keySet());
            }
            if (waiting.ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue())) {
                catchUps.remove(waiting);
                waiting.reached.complete(null);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            handler.take(record);
        } catch (RuntimeException e) {
            passOver(record, e);
        }
    }

    private void passOver(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        try {
            unusable.take(record, reason, isCaughtUp());
        } catch (RuntimeException e) {
            LOG.error("{}-{}@{} is lost", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            if (closed.await(BEFORE_RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("No longer following {}", topic);
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** A wait for an end of the topic; {@code ends} belongs to the view's thread. */
    private static final class CatchUp {
        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private Map<TopicPartition, Long> ends;
    }
}
