package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TrainedModelsTest {

    private static final String TOPIC = Topics.MODELS_TRAINED;
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    @Test
    void findsTheNewestArchiveOfAVersion() {
        // Given
        add("dann-1", 1);
        add("coral-1", 2);
        add("dann-1", 3);
        try (TrainedModels models = new TrainedModels(this::consumer)) {

            // When, Then
            assertThat(models.find("dann-1")).contains(new byte[]{3});
            assertThat(models.find("coral-1")).contains(new byte[]{2});
            assertThat(models.find("source-1")).isEmpty();
        }
    }

    @Test
    void scansOnlyWhatIsNew() {
        // Given
        add("dann-1", 1);
        MockConsumer<String, byte[]> consumer = consumer();
        List<Long> offsets = new ArrayList<>();
        try (TopicScan scan = new TopicScan(consumer, TOPIC)) {
            scan.catchUp(record -> offsets.add(record.offset()));

            // When
            add("dann-2", 2);
            consumer.addRecord(records.get(1));
            consumer.updateEndOffsets(Map.of(PARTITION, 2L));
            scan.catchUp(record -> offsets.add(record.offset()));
        }

        // Then
        assertThat(offsets).containsExactly(0L, 1L);
    }

    private MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), null, null)));
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records.size()));
        records.forEach(consumer::addRecord);
        return consumer;
    }

    private void add(String version, int value) {
        records.add(new ConsumerRecord<>(TOPIC, 0, records.size(), version, new byte[]{(byte) value}));
    }
}
