package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.OffsetRange;
import io.crossline.kafka.RangeReader;

/** Reads a whole topic up to its present end; the next call goes on from there. Committed records only. */
final class TopicOnwards implements AutoCloseable {

    private final RangeReader reader;
    private final String topic;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    TopicOnwards(Map<String, Object> connection, String topic) {
        this.reader = RangeReader.open(connection);
        this.topic = topic;
    }

    /**
     * Hands on each record once, in offset order within a partition.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer; the next call goes on
     */
    synchronized void catchUp(Consumer<ConsumerRecord<String, byte[]>> records) {
        List<TopicPartition> partitions = reader.partitions(topic);
        Map<TopicPartition, Long> firsts = reader.firstOffsets(partitions);
        reader.endOffsets(partitions).forEach((partition, end) -> {
            long from = Math.max(positions.getOrDefault(partition, 0L), firsts.get(partition));
            if (from < end) {
                List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
                reader.read(new OffsetRange(topic, partition.partition(), from, end), read::add);
                positions.put(partition, end);
                read.forEach(records);
            }
        });
    }

    @Override
    public synchronized void close() {
        reader.close();
    }
}
