package io.crossline.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

import io.crossline.contracts.Topics;

/** Sets or takes back the size that topics of images keep, also of topics that were made under another limit. */
final class ImageRetention {

    private static final List<String> TOPICS = List.of(Topics.IMAGES_CAPTURED, Topics.IMAGES_TRANSLATED);
    private static final int TIMEOUT_SECONDS = 30;

    private ImageRetention() {}

    static void apply(Admin admin, BrokerStorage storage)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> topics = admin.describeTopics(TOPICS).allTopicNames().get(TIMEOUT_SECONDS,
                TimeUnit.SECONDS);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.forEach((name, topic) -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name),
                operations(storage, topic.partitions().size())));
        admin.incrementalAlterConfigs(changes).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static List<AlterConfigOp> operations(BrokerStorage storage, int partitions) {
        AlterConfigOp.OpType type = storage.imageBytes() == 0 ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET;
        List<AlterConfigOp> operations = new ArrayList<>();
        storage.topicSettings(partitions)
                .forEach((key, value) -> operations.add(new AlterConfigOp(new ConfigEntry(key, value), type)));
        return operations;
    }
}
