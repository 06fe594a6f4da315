package io.crossline.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a whole topic, all partitions, up to its present end; the next call goes on from there. What a service uses to
 * rebuild an index that it keeps in memory. Joins no consumer group and commits nothing. Threads take turns.
 */
public final class TopicScan implements AutoCloseable {

    /** Longest wait for the next record before the broker is taken for gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    public TopicScan(Consumer<String, byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** @param config of the connection ({@code bootstrap.servers}, security); what reading needs is added */
    public static TopicScan open(Map<String, Object> config, String topic) {
        return new TopicScan(consumer(config), topic);
    }

    static Consumer<String, byte[]> consumer(Map<String, Object> config) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Hands on every record written since the last call, in offset order within a partition.
     *
     * @throws TimeoutException if the broker sends nothing for a minute though there is more
     */
    public synchronized void catchUp(java.util.function.Consumer<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
        consumer.assign(ends.keySet());
        ends.keySet().forEach(this::seek);
        long lastProgress = System.nanoTime();
        while (isBehind(ends)) {
            Map<TopicPartition, Long> before = Map.copyOf(positions);
            consumer.poll(POLL).forEach(records);
            ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (!before.equals(positions)) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                throw new TimeoutException(
                        "The broker sent nothing of " + topic + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    private void seek(TopicPartition partition) {
        Long position = positions.get(partition);
        if (position == null) {
            consumer.seekToBeginning(List.of(partition));
            positions.put(partition, consumer.position(partition));
        } else {
            consumer.seek(partition, position);
        }
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> positions.get(end.getKey()) < end.getValue());
    }
}
