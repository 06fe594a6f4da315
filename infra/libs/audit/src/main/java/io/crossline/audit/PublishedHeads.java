package io.crossline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.AuditHead;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Topics;
import io.crossline.kafka.RangeReader;

/** The heads on the topic. */
public final class PublishedHeads {

    private PublishedHeads() {}

    /**
     * All of them, in the topic's order; records that are no heads are left out.
     *
     * @param connection Kafka's client properties: addresses, security
     * @throws KafkaException if the broker does not answer
     */
    public static List<AuditHead> read(Map<String, Object> connection) {
        List<AuditHead> heads = new ArrayList<>();
        try (RangeReader reader = RangeReader.open(connection)) {
            List<TopicPartition> partitions = reader.partitions(Topics.AUDIT_HEADS);
            Map<TopicPartition, Long> first = reader.firstOffsets(partitions);
            reader.endOffsets(partitions).forEach((partition, end) -> {
                if (first.get(partition) < end) {
                    reader.read(new OffsetRange(partition.topic(), partition.partition(), first.get(partition), end),
                            entry -> add(heads, entry.value()));
                }
            });
        }
        return heads;
    }

    private static void add(List<AuditHead> heads, byte[] value) {
        try {
            heads.add(Json.decode(value, AuditHead.class));
        } catch (InvalidFieldException e) {
            // whoever can write to the topic may write anything; what is no head proves nothing
        }
    }
}
