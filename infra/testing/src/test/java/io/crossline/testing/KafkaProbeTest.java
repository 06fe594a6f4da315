package io.crossline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;

class KafkaProbeTest {

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
}
