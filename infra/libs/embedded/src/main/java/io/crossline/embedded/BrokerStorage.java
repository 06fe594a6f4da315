package io.crossline.embedded;

import java.util.Map;

import org.apache.kafka.common.config.TopicConfig;

import io.crossline.kafka.TopicCatalog;

/**
 * How much of the disk the broker takes.
 *
 * @param imageBytes most that each topic of images keeps, bytes, oldest deleted first; 0 for no other limit than time. On
 *        the disk it may be more by one segment a partition.
 * @param reserveBytes while less is free on the disk of the data, records of images are refused; 0 never refuses
 */
public record BrokerStorage(long imageBytes, long reserveBytes) {

    /** Neither limit. */
    public static final BrokerStorage UNLIMITED = new BrokerStorage(0, 0);

    /** Below it, a topic of images could not hold one segment a partition. */
    public static final long LEAST_IMAGE_BYTES = 1L << 30;

    private static final long LARGEST_SEGMENT = 1L << 30;
    private static final int SEGMENTS = 4;

    public BrokerStorage {
        if (imageBytes != 0 && imageBytes < LEAST_IMAGE_BYTES) {
            throw new IllegalArgumentException(
                    "imageBytes is %d, expected 0 or at least %d".formatted(imageBytes, LEAST_IMAGE_BYTES));
        }
        if (reserveBytes < 0) {
            throw new IllegalArgumentException("reserveBytes is %d, expected 0 or more".formatted(reserveBytes));
        }
    }

    /**
     * The topic's settings under the limit. Only whole segments are deleted, so a segment is a quarter of what a partition
     * keeps.
     */
    Map<String, String> topicSettings(int partitions) {
        long kept = imageBytes / partitions;
        return Map.of(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(kept), TopicConfig.SEGMENT_BYTES_CONFIG,
                Long.toString(Math.min(LARGEST_SEGMENT, Math.max(smallestSegment(), kept / SEGMENTS))));
    }

    /** A segment holds the largest record. */
    private static long smallestSegment() {
        return TopicCatalog.MAX_RECORD_BYTES + (1L << 20);
    }
}
