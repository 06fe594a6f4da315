package io.crossline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

import io.crossline.contracts.OffsetRange;

/** Reads records by their offsets. For one thread at a time; owns its consumer. */
public final class RangeReader implements AutoCloseable {

    /** Longest wait for the next record before the broker is taken for gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    /** What is read is on the topic already. A longer wait only delays the end: closing waits for the fetch under way. */
    private static final int FETCH_WAIT_MILLIS = 20;

    private final Consumer<String, byte[]> consumer;

    RangeReader(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param connection Kafka's client properties: addresses, security */
    public static RangeReader open(Map<String, Object> connection) {
        return open(connection, FETCH_BYTES);
    }

    /** For single records far from each other: of what follows a record, as little as possible is fetched. */
    public static RangeReader openForSingleRecords(Map<String, Object> connection) {
        return open(connection, 1);
    }

    private static RangeReader open(Map<String, Object> connection, int fetchBytes) {
        return new RangeReader(Consumers.open(connection, Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, fetchBytes,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS)));
    }

    /**
     * Hands on the records of a range in their order.
     *
     * @throws SelectionUnavailableException if the range is not whole on the topic any more, or not yet
     * @throws TimeoutException if the broker sends nothing for a minute
     */
    public void read(OffsetRange range, java.util.function.Consumer<ConsumerRecord<String, byte[]>> records) {
        TopicPartition partition = new TopicPartition(range.topic(), range.partition());
        consumer.assign(List.of(partition));
        requireOnTopic(range, partition);
        try {
            read(partition, range.fromOffset(), range.toOffset(), records);
        } catch (OffsetOutOfRangeException e) {
            throw new SelectionUnavailableException("The topic's retention deleted part of " + range
                    + " while it was read, and it is not kept. Ingest the images again and train a new model on them.",
                    e);
        }
    }

    /**
     * @return empty where there is no such record: not any more, not yet, or its transaction was aborted
     * @throws TimeoutException if the broker sends nothing for a minute
     */
    public Optional<ConsumerRecord<String, byte[]>> record(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        List<TopicPartition> one = List.of(partition);
        if (offset < consumer.beginningOffsets(one).get(partition)
                || offset >= consumer.endOffsets(one).get(partition)) {
            return Optional.empty();
        }
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>(1);
        try {
            read(partition, offset, offset + 1, found::add);
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty(); // retention was faster
        }
        return found.stream().findFirst();
    }

    /** Whether retention has deleted part of the range. */
    boolean isCut(OffsetRange range) {
        TopicPartition partition = new TopicPartition(range.topic(), range.partition());
        return range.fromOffset() < consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /** The first offset that is left of each partition. */
    public Map<TopicPartition, Long> firstOffsets(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** The offset after the last committed record of each partition. */
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** All partitions of a topic. */
    public List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(TopicPartition partition, long from, long to,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> records) {
        consumer.seek(partition, from);
        long lastProgress = System.nanoTime();
        long position = from;
        while (position < to) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            polled.forEach(record -> {
                if (record.offset() < to) {
                    records.accept(record);
                }
            });
            long reached = consumer.position(partition);
            if (reached > position) {
                position = reached;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                throw new TimeoutException("The broker sent nothing of " + partition + " after offset " + position
                        + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private void requireOnTopic(OffsetRange range, TopicPartition partition) {
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (range.fromOffset() < first) {
            throw new SelectionUnavailableException("The topic's retention has deleted part of " + range
                    + ": the first offset left is " + first
                    + ", and it is not kept. Ingest the images again and train a new model on them.");
        }
        if (range.toOffset() > end) {
            throw new SelectionUnavailableException(
                    range + " ends after the partition does, at " + end + ". Was the topic made anew?");
        }
    }
}
