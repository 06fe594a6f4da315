package io.crossline.datasets.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.crossline.contracts.OffsetRange;

/**
 * Offsets of a split's batches, as few ranges. Short gaps are bridged: what lies in them belongs to other data sets, and
 * the reader passes over it by line, data set and split.
 */
final class SelectionRanges {

    static final long BRIDGED_GAP = 64;

    private final Map<String, Map<Integer, TreeSet<Long>>> offsets = new TreeMap<>();

    void add(PublishedBatch batch) {
        offsets.computeIfAbsent(batch.topic(), topic -> new TreeMap<>())
                .computeIfAbsent(batch.partition(), partition -> new TreeSet<>()).add(batch.offset());
    }

    /** In the order of topic, partition and offset. */
    List<OffsetRange> ranges() {
        List<OffsetRange> ranges = new ArrayList<>();
        offsets.forEach((topic, partitions) -> partitions
                .forEach((partition, sorted) -> coalesce(topic, partition, sorted, ranges)));
        return ranges;
    }

    private static void coalesce(String topic, int partition, TreeSet<Long> sorted, List<OffsetRange> into) {
        long from = sorted.first();
        long to = from;
        for (long offset : sorted) {
            if (offset - to > BRIDGED_GAP) {
                into.add(new OffsetRange(topic, partition, from, to));
                from = offset;
            }
            to = offset + 1;
        }
        into.add(new OffsetRange(topic, partition, from, to));
    }
}
