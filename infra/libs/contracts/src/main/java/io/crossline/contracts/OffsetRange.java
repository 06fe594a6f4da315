package io.crossline.contracts;

/**
 * A stretch of one partition.
 *
 * @param fromOffset first offset
 * @param toOffset the offset after the last, at least {@code fromOffset}
 */
public record OffsetRange(String topic, int partition, long fromOffset, long toOffset) {

    public OffsetRange {
        Require.text("topic", topic);
        Require.that(partition >= 0, "partition", "is " + partition + ", expected 0 or more");
        Require.that(fromOffset >= 0, "fromOffset", "is " + fromOffset + ", expected 0 or more");
        Require.that(toOffset >= fromOffset, "toOffset",
                "is " + toOffset + ", expected at least fromOffset, " + fromOffset);
    }
}
