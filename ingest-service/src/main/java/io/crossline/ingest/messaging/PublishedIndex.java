package io.crossline.ingest.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;

/**
 * Which batches are in Kafka, and where. Bounded: the batches seen longest ago are forgotten first. Where a batch is
 * there more than once, its first place counts, so that a repeated ingestion gives the same offsets.
 */
final class PublishedIndex {

    private final Map<BatchKey, Entry> batches;

    PublishedIndex(int capacity) {
        batches = new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<BatchKey, Entry> eldest) {
                return size() > capacity;
            }
        };
    }

    record Position(int partition, long offset) {}

    /** @param isCounted whether the statistics of the lines have it */
    private record Entry(Position position, boolean isCounted) {}

    /** @return whether the batch was new */
    synchronized boolean add(BatchKey key, Position position) {
        return batches.putIfAbsent(key, new Entry(position, false)) == null;
    }

    /**
     * Adds a batch that was checked.
     *
     * @return whether it is to be counted: the first time that its first place is told
     */
    synchronized boolean count(BatchKey key, Position position) {
        Entry known = batches.putIfAbsent(key, new Entry(position, true));
        if (known == null) {
            return true;
        }
        boolean isFirst = !known.isCounted() && known.position().equals(position);
        if (isFirst) {
            batches.put(key, new Entry(position, true));
        }
        return isFirst;
    }

    synchronized Optional<Position> find(BatchKey key) {
        return Optional.ofNullable(batches.get(key)).map(Entry::position);
    }

    /** Forgets batches that the topic no longer holds. */
    synchronized void retain(Map<TopicPartition, Long> firstOffsets) {
        Map<Integer, Long> first = new LinkedHashMap<>();
        firstOffsets.forEach((partition, offset) -> first.put(partition.partition(), offset));
        batches.values()
                .removeIf(entry -> entry.position().offset() < first.getOrDefault(entry.position().partition(), 0L));
    }

    synchronized int size() {
        return batches.size();
    }
}
