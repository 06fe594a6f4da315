package io.crossline.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a {@link TopicView} begins to read. */
@FunctionalInterface
public interface StartPosition {

    /** @return the first offset to read of each partition */
    Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions);

    /** The first record that is left of each partition. */
    static StartPosition beginning() {
        return Consumer::beginningOffsets;
    }

    /** The first record that is not older than {@code time}. */
    static StartPosition since(Instant time) {
        return (consumer, partitions) -> {
            // The ends first: a record that arrives meanwhile is then behind one of both answers.
            Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            return offsets;
        };
    }
}
