package io.crossline.kafka;

import java.time.Duration;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Topics;

/**
 * What a deployment sets for the topics that it creates. Topics that are there already stay as they are.
 *
 * @param replicationFactor copies of each partition, 1 to 100; 1 on a single broker
 * @param partitions of each topic whose key is a line or a line pair, 1 to 1,000
 * @param imageRetention how long images, predictions and progress are kept, at least an hour
 * @param eventRetention how long jobs, drifts and dead letters are kept, at least an hour
 */
public record TopicSettings(int replicationFactor, int partitions, Duration imageRetention, Duration eventRetention) {

    private static final int MOST_REPLICAS = 100;
    private static final int MOST_PARTITIONS = 1000;
    private static final Duration SHORTEST = Duration.ofHours(1);

    public TopicSettings {
        within("crossline.kafka.replication-factor", replicationFactor, MOST_REPLICAS);
        within("crossline.kafka.partitions", partitions, MOST_PARTITIONS);
        anHour("crossline.kafka.image-retention", imageRetention);
        anHour("crossline.kafka.event-retention", eventRetention);
    }

    /** One broker, 6 partitions, images for 14 days, events for a year. */
    public static TopicSettings defaults() {
        return new TopicSettings(1, 6, Duration.ofDays(14), Duration.ofDays(365));
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidFieldException(name, "is " + value + ", expected 1 to " + most);
        }
    }

    private static void anHour(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new InvalidFieldException(name, "is " + value + ", expected at least " + SHORTEST);
        }
    }
}
