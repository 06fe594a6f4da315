package io.crossline.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Topics;
import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.contracts.avro.ImageHash;
import io.crossline.contracts.avro.SplitSymbol;
import io.crossline.ingest.TestBatches;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineSummary;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An outside producer writes what is no batch: each record ends in the dead-letter topic, and good ones still count. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class CapturedBatchValidatorTest {

    private static final String DEAD_LETTERS = Topics.deadLetter(Topics.IMAGES_CAPTURED);

    @Inject
    LineBoard board;

    @Inject
    CapturedTopic topic;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void recordThatIsNoBatch() {
        assertDeadLettered("validator-text", "hello".getBytes(StandardCharsets.UTF_8), "is no image batch");
    }

    @Test
    void emptyRecord() {
        assertDeadLettered("validator-empty", new byte[0], "value is empty, expected an image batch");
    }

    @Test
    void recordWithoutValue() {
        assertDeadLettered("validator-null", null, "value is empty, expected an image batch");
    }

    @Test
    void wrongTensorLength() throws Exception {
        ImageBatchRecord tooShort = ImageBatchRecord.newBuilder().setLine("validator-length").setDataset("d")
                .setSplit(SplitSymbol.TRAIN).setCapturedAt(Instant.now().toEpochMilli()).setChannels(1).setHeight(28)
                .setWidth(28).setPixels(ByteBuffer.wrap(new byte[700]))
                .setImageHashes(List.of(new ImageHash(new byte[32]))).build();
        ByteBuffer bytes = ImageBatchRecord.getEncoder().encode(tooShort);
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);

        assertDeadLettered("validator-length", value, "pixels has 700 bytes, expected 784");
    }

    @Test
    void damagedImage() {
        byte[] value = ImageBatchCodec.encode(TestBatches.labelled("validator-hash", 4, 1));
        value[500] ^= 1;

        assertDeadLettered("validator-hash", value, "is not the SHA-256 of the image's pixels");
    }

    /** Given garbage with all the headers of this service's own batches, of a data set that is new to the line. */
    @Test
    void headersOfABatchOnGarbage() {
        String line = "validator-headers";
        ImageBatch claimed = TestBatches.labelled(line, 4, 9);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.IMAGES_CAPTURED, line, "garbage".getBytes(StandardCharsets.UTF_8),
                    CloudEventHeaders.of(claimed, ImagePublisher.SOURCE));

            // When the batch whose id it claims comes as well
            probe.produce(claimed);

            // Then it is no duplicate, and the topic is still followed
            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) == 1);
            assertThat(board.newestBatch(line)).get().extracting(ImageBatch::id).isEqualTo(claimed.id());
            assertThat(topic.isCaughtUp()).isTrue();
        }
    }

    @Test
    void aBatchOfAnAbortedTransactionIsNone() {
        String line = "validator-aborted";
        ImageBatch aborted = TestBatches.labelled(line, 4, 3);
        ImageBatch committed = TestBatches.labelled(line, 4, 4);
        try (KafkaProbe probe = KafkaProbe.ofTest();
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG, line),
                        new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.IMAGES_CAPTURED, line, ImageBatchCodec.encode(aborted)));
            producer.flush();
            producer.abortTransaction();
            probe.produce(committed);

            await().until(() -> board.summary(line).isPresent());

            assertThat(board.summary(line)).get().extracting(LineSummary::batchesTotal).isEqualTo(1L);
            assertThat(board.newestBatch(line)).get().extracting(ImageBatch::id).isEqualTo(committed.id());
        }
    }

    private void assertDeadLettered(String line, byte[] value, String reason) {
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            // Given a bad record and a good one behind it in the same partition
            RecordMetadata bad = probe.produce(Topics.IMAGES_CAPTURED, line, value);
            probe.produce(TestBatches.labelled(line, 4, 7));

            // When
            ConsumerRecord<String, byte[]> dead = probe.first(DEAD_LETTERS, message -> line.equals(message.key()));

            // Then it came as it was, with its reason and its place
            assertThat(dead.value()).isEqualTo(value);
            assertThat(CloudEventHeaders.value(dead.headers(), "dead-letter-reason")).get().asString()
                    .contains(reason);
            assertThat(CloudEventHeaders.value(dead.headers(), "dead-letter-offset"))
                    .contains(Long.toString(bad.offset()));
            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) == 1);
        }
    }
}
