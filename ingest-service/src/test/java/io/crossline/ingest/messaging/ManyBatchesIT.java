package io.crossline.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.Json;
import io.crossline.contracts.RecordChecked;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.line.LineBoard;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A start takes as long as there are batches, whatever the size of their pixels. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ManyBatchesIT {

    private static final int BATCHES = 20_000;
    private static final String LINE = "many-batches";

    @Inject
    KafkaClients clients;

    @Inject
    IngestConfig config;

    @Test
    void isReadyWithinTwentySecondsWithTwentyThousandBatches() throws Exception {
        // Given
        try (Producer<String, byte[]> producer = clients.producer()) {
            for (int i = 0; i < BATCHES; i++) {
                RecordChecked checked = new RecordChecked(0, i, Instant.now(), LINE, new RecordChecked.Content(
                        Sha256.hex((LINE + i).getBytes()), "set", Split.TRAIN, 128, Instant.now()), null);
                producer.send(new ProducerRecord<>(Topics.IMAGES_CHECKED, checked.key(), Json.encode(checked)));
            }
        }
        LineBoard board = new LineBoard();
        CheckedRecords records = new CheckedRecords(clients, board, config);

        // When
        Instant start = Instant.now();
        records.start(null);
        records.awaitCaughtUp();

        // Then
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(board.summary(LINE)).hasValueSatisfying(
                line -> assertThat(line.imagesTotal()).isEqualTo(128L * BATCHES));
        assertThat(records.index().size()).isGreaterThanOrEqualTo(BATCHES);
        records.stop(null);
    }
}
