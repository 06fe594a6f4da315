package io.crossline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;

class KafkaProbeIT {

    private static final String GROUP = "some-service";

    private final KafkaTestResource resource = new KafkaTestResource();
    private String bootstrapServers;

    @BeforeEach
    void startBroker() {
        bootstrapServers = resource.start().get("kafka.bootstrap.servers");
    }

    @AfterEach
    void stopBroker() {
        resource.stop();
    }

    @Test
    void readsBackWhatItWroteAndSaysWhereItIs() {
        // Given three batches of a line
        List<LabelledBatch> batches = TwoLineImages.source(Split.TRAIN, 10, 4, 1);
        try (KafkaProbe probe = new KafkaProbe(bootstrapServers)) {

            // When they are written
            DataSelection selection = probe.produceAll(batches);

            // Then the topic holds them, in the order of their key, where the selection says
            List<ConsumerRecord<String, byte[]>> records = probe.consumeUntil(Topics.IMAGES_CAPTURED,
                    record -> record.key().equals(TwoLineImages.SOURCE_LINE), found -> found.size() == 3);
            assertThat(records).extracting(record -> ImageBatchCodec.decode(record.value()))
                    .containsExactlyElementsOf(batches);
            assertThat(selection.ranges()).singleElement()
                    .satisfies(range -> assertThat(range.toOffset() - range.fromOffset()).isEqualTo(3));
        }
    }

    @Test
    void waitsUntilAGroupHasTakenEverything() {
        // Given three batches, of which a group has taken two
        try (KafkaProbe probe = new KafkaProbe(bootstrapServers);
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            OffsetRange written = probe.produceAll(TwoLineImages.source(Split.TRAIN, 10, 4, 1)).ranges().get(0);
            commit(admin, written, 2);

            // When
            CompletableFuture<Void> waiting = CompletableFuture
                    .runAsync(() -> probe.awaitConsumed(GROUP, Topics.IMAGES_CAPTURED));

            // Then
            assertThat(waiting).failsWithin(Duration.ofSeconds(1)).withThrowableOfType(TimeoutException.class);
            commit(admin, written, 3);
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static void commit(Admin admin, OffsetRange written, long taken) {
        TopicPartition partition = new TopicPartition(written.topic(), written.partition());
        assertThat(admin.alterConsumerGroupOffsets(GROUP,
                Map.of(partition, new OffsetAndMetadata(written.fromOffset() + taken))).all())
                .succeedsWithin(Duration.ofSeconds(30));
    }
}
