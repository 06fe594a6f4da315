package io.crossline.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import io.crossline.contracts.Topics;

/** Partitions and settings of every topic, dead-letter topics included. */
public final class TopicCatalog {

    /** Largest record: a model of the largest image size, or a batch of large images. */
    public static final int MAX_RECORD_BYTES = 64 * 1024 * 1024;

    private TopicCatalog() {}

    /** All topics, ready to be created. */
    public static List<NewTopic> topics(TopicSettings settings) {
        int byLine = settings.partitions();
        Map<String, String> images = deleteAfter(settings.imageRetention());
        Map<String, String> events = deleteAfter(settings.eventRetention());
        List<TopicPlan> consumed = List.of(
                new TopicPlan(Topics.IMAGES_CAPTURED, byLine, images),
                new TopicPlan(Topics.IMAGES_CHECKED, byLine, compactedUntil(settings.imageRetention())),
                new TopicPlan(Topics.LINES_REGISTERED, 1, keptForGood()),
                new TopicPlan(Topics.IMAGES_TRANSLATED, byLine, images),
                new TopicPlan(Topics.DATASETS_KEPT, byLine, compacted()),
                new TopicPlan(Topics.DATASETS_INDEX, 1, compacted()),
                new TopicPlan(Topics.JOBS_REQUESTED, byLine, events),
                new TopicPlan(Topics.JOBS_CANCELLED, 1, events),
                new TopicPlan(Topics.TRAINING_PROGRESS, 3, images),
                new TopicPlan(Topics.MODELS_TRAINED, 1, compacted()),
                new TopicPlan(Topics.MODELS_EVALUATED, 1, compacted()),
                new TopicPlan(Topics.MODELS_PROMOTED, 1, compacted()),
                new TopicPlan(Topics.PREDICTIONS, byLine, images),
                new TopicPlan(Topics.DRIFT_DETECTED, 1, events),
                new TopicPlan(Topics.LINES_CONFIGURED, 1, compacted()),
                new TopicPlan(Topics.AUDIT_HEADS, 1, keptForGood()));
        Stream<TopicPlan> deadLetters = consumed.stream()
                .map(topic -> new TopicPlan(Topics.deadLetter(topic.name()), 1, events));
        return Stream.concat(consumed.stream(), deadLetters).map(topic -> topic.create(settings.replicationFactor()))
                .toList();
    }

    private record TopicPlan(String name, int partitions, Map<String, String> settings) {

        NewTopic create(int replicationFactor) {
            Map<String, String> configs = new TreeMap<>(settings);
            configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
            return new NewTopic(name, partitions, (short) replicationFactor).configs(configs);
        }
    }

    private static Map<String, String> deleteAfter(Duration retention) {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }

    /** The newest value of a key, as long as it is not too old. */
    private static Map<String, String> compactedUntil(Duration retention) {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }

    private static Map<String, String> keptForGood() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, "-1");
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
