package io.crossline.training.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/** Gives all partitions to the consumer whose client id is the last one by name, so that a test knows where they go. */
public class AllToTheLast extends AbstractPartitionAssignor {

    @Override
    public String name() {
        return "all-to-the-last";
    }

    @Override
    public Map<String, List<TopicPartition>> assign(Map<String, Integer> partitionsPerTopic,
            Map<String, Subscription> subscriptions) {
        Map<String, List<TopicPartition>> assignment = new HashMap<>();
        subscriptions.keySet().forEach(member -> assignment.put(member, new ArrayList<>()));
        String last = subscriptions.keySet().stream().max(String::compareTo).orElseThrow();
        partitionsPerTopic.forEach((topic, count) -> assignment.get(last).addAll(partitions(topic, count)));
        return assignment;
    }
}
