package io.crossline.evaluation.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import io.crossline.evaluation.serving.DriftWatch;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Forgets the half windows of partitions that go to another replica, or are lost to it while this one was away: closed later, with the
 * images that come after it is back, such a window would mix two times of the line.
 */
@ApplicationScoped
@Default
@Identifier("captured-partitions")
public class CapturedPartitions implements KafkaConsumerRebalanceListener {

    private final DriftWatch drift;

    CapturedPartitions(DriftWatch drift) {
        this.drift = drift;
    }

    /** Records that were under way when the partitions were lost may have come after. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        Map<String, Set<Integer>> byTopic = partitions.stream().collect(Collectors.groupingBy(TopicPartition::topic,
                Collectors.mapping(TopicPartition::partition, Collectors.toSet())));
        byTopic.forEach(drift::forget);
    }
}
