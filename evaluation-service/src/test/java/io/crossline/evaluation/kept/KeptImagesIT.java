package io.crossline.evaluation.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.kafka.KeptImages;
import io.crossline.kafka.SelectionReader;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class KeptImagesIT {

    private static final int BATCHES = 4;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String line = "kept-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void eachBatchIsKeptOnceAndGivenUpWithTheLastSelectionThatNeedsIt() throws Exception {
        try (KafkaProbe probe = KafkaProbe.ofTest();
                KeptImages kept = KeptImages.open(Map.of("bootstrap.servers", bootstrapServers))) {
            // Given two selections that have batches in common
            List<UnlabelledBatch> batches = TwoLineImages.target(Split.TRAIN, BATCHES * 10, 10, 1).stream()
                    .map(batch -> new UnlabelledBatch(new BatchOrigin(line, "set", Split.TRAIN, Instant.now()),
                            batch.images()))
                    .toList();
            DataSelection all = probe.produceAll(batches);
            OffsetRange range = all.ranges().get(0);
            DataSelection half = new DataSelection(line, "set", Split.TRAIN, List.of(new OffsetRange(range.topic(),
                    range.partition(), range.fromOffset(), range.fromOffset() + BATCHES / 2)));

            // When both are kept, one of them twice
            assertThat(kept.keep(half)).isTrue();
            assertThat(kept.keep(all)).isTrue();
            assertThat(kept.keep(all)).isFalse();

            // Then each batch is there once
            Set<String> ids = batches.stream().map(ImageBatch::id).collect(Collectors.toSet());
            List<ConsumerRecord<String, byte[]>> records = probe.consumeUntil(Topics.DATASETS_KEPT,
                    record -> ids.contains(record.key()), found -> found.size() == BATCHES);
            assertThat(records).extracting(ConsumerRecord::key).doesNotHaveDuplicates();

            // And when the whole is given up, only what the half does not need goes
            kept.retain(List.of(half));
            delete(range);
            assertThat(count(half)).isEqualTo(BATCHES / 2 * 10);
            assertThatThrownBy(() -> count(all)).isInstanceOf(SelectionUnavailableException.class)
                    .hasMessageContaining("retention has deleted part of").hasMessageContaining("not kept");
            assertThat(probe.consumeUntil(Topics.DATASETS_KEPT,
                    record -> record.value() == null && ids.contains(record.key()),
                    found -> found.size() == BATCHES / 2)).extracting(ConsumerRecord::key)
                    .doesNotContain(batches.get(0).id(), batches.get(1).id());
        }
    }

    private long count(DataSelection selection) {
        try (SelectionReader reader = SelectionReader.open(Map.of("bootstrap.servers", bootstrapServers),
                BatchCheck.any())) {
            return reader.readUnlabelled(selection, batch -> {
            }).images();
        }
    }

    private void delete(OffsetRange range) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteRecords(Map.of(new TopicPartition(range.topic(), range.partition()),
                    RecordsToDelete.beforeOffset(range.toOffset()))).all().get();
        }
    }
}
