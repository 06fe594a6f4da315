package io.crossline.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Partitions and settings of every topic, dead-letter topics included. */
public final class TopicCatalog {

    /** Largest record: a model of the largest image size, or a batch of large images. */
    public static final int MAX_RECORD_BYTES = 64 * 1024 * 1024;

    private static final Duration REPLAY_WINDOW = Duration.ofDays(14);
    private static final Duration LONG = Duration.ofDays(365);

    private TopicCatalog() {}

    /**
     * All topics, ready to be created.
     *
     * @param replicationFactor copies of each partition; 1 on a single broker
     */
    public static List<NewTopic> topics(short replicationFactor) {
        List<NewTopic> consumed = List.of(
                topic(Topics.IMAGES_CAPTURED, 6, replicationFactor, deleteAfter(REPLAY_WINDOW)),
                topic(Topics.IMAGES_TRANSLATED, 6, replicationFactor, deleteAfter(REPLAY_WINDOW)),
                topic(Topics.JOBS_REQUESTED, 6, replicationFactor, deleteAfter(LONG)),
                topic(Topics.JOBS_CANCELLED, 1, replicationFactor, deleteAfter(LONG)),
                topic(Topics.TRAINING_PROGRESS, 3, replicationFactor, deleteAfter(REPLAY_WINDOW)),
                topic(Topics.MODELS_TRAINED, 1, replicationFactor, compacted()),
                topic(Topics.MODELS_EVALUATED, 1, replicationFactor, compacted()),
                topic(Topics.MODELS_PROMOTED, 1, replicationFactor, compacted()),
                topic(Topics.PREDICTIONS, 6, replicationFactor, deleteAfter(REPLAY_WINDOW)),
                topic(Topics.DRIFT_DETECTED, 1, replicationFactor, deleteAfter(LONG)),
                topic(Topics.LINES_CONFIGURED, 1, replicationFactor, compacted()));
        Stream<NewTopic> deadLetters = consumed.stream()
                .map(topic -> topic(Topics.deadLetter(topic.name()), 1, replicationFactor, deleteAfter(LONG)));
        return Stream.concat(consumed.stream(), deadLetters).toList();
    }

    private static NewTopic topic(String name, int partitions, short replicationFactor, Map<String, String> settings) {
        Map<String, String> configs = new TreeMap<>(settings);
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
        return new NewTopic(name, partitions, replicationFactor).configs(configs);
    }

    private static Map<String, String> deleteAfter(Duration retention) {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
