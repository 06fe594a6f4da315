package io.crossline.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.Topics;

/**
 * Deletes old records of {@code images.captured}, as the broker does when their time is over. Only what every consumer group
 * has read: retention that overtakes its readers is no fault of theirs.
 */
final class Retention implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Admin admin;

    Retention(Map<String, Object> connection) {
        admin = Admin.create(connection);
    }

    /**
     * @param partition whose records are deleted
     * @param before an offset that stays in any case
     * @return the partition's first offset from now on; empty where nothing may be deleted
     */
    OptionalLong cut(int partition, long before)
            throws ExecutionException, InterruptedException, TimeoutException {
        TopicPartition images = new TopicPartition(Topics.IMAGES_CAPTURED, partition);
        OptionalLong read = committed(images).stream().mapToLong(OffsetAndMetadata::offset).min();
        if (read.isEmpty()) {
            return read;
        }
        long end = Math.min(read.getAsLong(), before);
        return OptionalLong.of(get(admin.deleteRecords(Map.of(images, RecordsToDelete.beforeOffset(end)))
                .lowWatermarks().get(images)).lowWatermark());
    }

    private List<OffsetAndMetadata> committed(TopicPartition partition)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        for (GroupListing group : get(admin.listGroups().all())) {
            asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition)));
        }
        List<OffsetAndMetadata> committed = new ArrayList<>();
        get(admin.listConsumerGroupOffsets(asked).all()).values().forEach(group -> {
            if (group.get(partition) != null) {
                committed.add(group.get(partition));
            }
        });
        return committed;
    }

    private static <T> T get(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
