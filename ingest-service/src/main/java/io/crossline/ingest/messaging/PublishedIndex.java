package io.crossline.ingest.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;

/**
 * Which batches are on the bus, and where. Bounded: the batches seen longest ago are forgotten first. Where a batch is
 * there more than once, its first place counts, so that a repeated ingestion gives the same offsets.
 */
final class PublishedIndex {

    private final Map<BatchKey, Position> positions;

    PublishedIndex(int capacity) {
        positions = new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<BatchKey, Position> eldest) {
                return size() > capacity;
            }
        };
    }

    record Position(int partition, long offset) {}

    /** @return whether the batch was new */
    synchronized boolean add(BatchKey key, Position position) {
        return positions.putIfAbsent(key, position) == null;
    }

    synchronized Optional<Position> find(BatchKey key) {
        return Optional.ofNullable(positions.get(key));
    }

    /** Forgets batches that the topic no longer holds. */
    synchronized void retain(Map<TopicPartition, Long> firstOffsets) {
        Map<Integer, Long> first = new LinkedHashMap<>();
        firstOffsets.forEach((partition, offset) -> first.put(partition.partition(), offset));
        positions.values().removeIf(position -> position.offset() < first.getOrDefault(position.partition(), 0L));
    }

    synchronized int size() {
        return positions.size();
    }
}
