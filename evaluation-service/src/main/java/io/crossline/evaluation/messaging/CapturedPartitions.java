package io.crossline.evaluation.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.Topics;
import io.crossline.evaluation.serving.DriftWatch;
import io.crossline.evaluation.serving.FrameWatch;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Forgets the half windows of partitions that went to another replica, or were lost to it while this one was away. Each rebalance revokes
 * all partitions and gives most of them back: windows of those go on.
 */
@ApplicationScoped
@Default
@Identifier("captured-partitions")
public class CapturedPartitions implements KafkaConsumerRebalanceListener {

    private final DriftWatch drift;
    private final FrameWatch frames;
    private final CapturedTopic topic;
    private final Set<TopicPartition> owned = ConcurrentHashMap.newKeySet();

    CapturedPartitions(DriftWatch drift, FrameWatch frames, CapturedTopic topic) {
        this.frames = frames;
        this.drift = drift;
        this.topic = topic;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            topic.look();
        }
        owned.addAll(partitions);
        keepOwned();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
        keepOwned();
    }

    private void keepOwned() {
        Map<String, Set<Integer>> byTopic = owned.stream().collect(Collectors.groupingBy(TopicPartition::topic,
                Collectors.mapping(TopicPartition::partition, Collectors.toSet())));
        Set<Integer> captured = byTopic.getOrDefault(Topics.IMAGES_CAPTURED, Set.of());
        drift.keep(Topics.IMAGES_CAPTURED, captured);
        frames.keep(Topics.IMAGES_CAPTURED, captured);
    }
}
