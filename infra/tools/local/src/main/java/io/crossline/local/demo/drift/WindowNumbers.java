package io.crossline.local.demo.drift;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.crossline.contracts.OffsetRange;

/** Which window of the script an image in Kafka belongs to. */
final class WindowNumbers {

    private final TreeMap<Integer, List<OffsetRange>> ranges = new TreeMap<>();

    /** @param where the window's batches are in Kafka */
    void add(int window, List<OffsetRange> where) {
        ranges.put(window, List.copyOf(where));
    }

    /** Empty for a window from before the script. */
    OptionalInt of(LoopWindow window) {
        return ranges.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(range -> contains(range, window)))
                .mapToInt(java.util.Map.Entry::getKey).findFirst();
    }

    private static boolean contains(OffsetRange range, LoopWindow window) {
        return range.topic().equals(window.topic()) && range.partition() == window.partition()
                && window.lastOffset() >= range.fromOffset() && window.lastOffset() < range.toOffset();
    }
}
