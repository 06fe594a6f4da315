package io.crossline.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.contracts.avro.ImageHash;
import io.crossline.contracts.avro.SplitSymbol;
import io.crossline.ingest.TestBatches;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineSummary;
import io.crossline.ingest.line.NewestBatches;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An outside producer writes what is no batch: each record ends in the dead-letter topic, and good ones still count. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class CapturedRecordCheckerIT {

    private static final String DEAD_LETTERS = Topics.deadLetter(Topics.IMAGES_CAPTURED);

    @Inject
    LineBoard board;

    @Inject
    CheckedRecords records;

    @Inject
    NewestBatches newest;

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

    @Test
    void valueFramedForASchemaRegistry() {
        assertDeadLettered("validator-framed", new byte[]{0, 0, 0, 0, 7, 1, 2, 3},
                "framing of a schema registry such as Confluent's");
    }

    @Test
    void capturedInTheFarFuture() throws Exception {
        assertDeadLettered("validator-max", withCapturedAt("validator-max", Long.MAX_VALUE), "capturedAt");
        assertDeadLettered("validator-9999",
                withCapturedAt("validator-9999", Instant.parse("9999-01-01T00:00:00Z").toEpochMilli()), "capturedAt");
        assertDeadLettered("validator-tomorrow",
                withCapturedAt("validator-tomorrow", Instant.now().plus(Duration.ofDays(2)).toEpochMilli()),
                "expected at most a day from now");
    }

    @Test
    void capturedBefore1970() throws Exception {
        assertDeadLettered("validator-1969", withCapturedAt("validator-1969", -1), "capturedAt");
    }

    /** Given a line that is registered by its first batch. */
    @ParameterizedTest
    @MethodSource("strays")
    void aStrayBatchLeavesTheLineAsItIs(String line, ImageBatch stray, String reason) {
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(TestBatches.labelled(line, 4, 1));
            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) == 1);

            // When a batch comes that does not look so
            probe.produce(stray);

            // Then it is a dead letter and a mark on the line, and the registration stays
            ConsumerRecord<String, byte[]> dead = probe.first(DEAD_LETTERS, message -> line.equals(message.key()));
            assertThat(reason(dead)).contains(reason).contains("PUT /lines/" + line);
            await().until(() -> board.summary(line).map(LineSummary::rejected).isPresent());
            LineSummary summary = board.summary(line).orElseThrow();
            assertThat(summary.rejected().records()).isEqualTo(1);
            assertThat(summary.rejected().lastReason()).contains(reason);
            assertThat(summary.shape()).isEqualTo(TestBatches.SHAPE);
            assertThat(summary.classNames()).isEqualTo(TestBatches.CLASS_NAMES);
        }
    }

    static Stream<Arguments> strays() {
        return Stream.of(
                Arguments.of("stray-wide", batch("stray-wide", new ImageShape(1, 28, 56), TestBatches.CLASS_NAMES),
                        "shape is 28x56x1, expected 28x28x1"),
                Arguments.of("stray-large", batch("stray-large", new ImageShape(3, 64, 64), TestBatches.CLASS_NAMES),
                        "shape is 64x64x3, expected 28x28x1"),
                Arguments.of("stray-classes", batch("stray-classes", TestBatches.SHAPE, List.of("OK", "good")),
                        "classNames has [OK], expected some of [good, scratch]"));
    }

    @Test
    void classesInAnotherOrderOrFewerFit() {
        String line = "validator-order";
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(TestBatches.labelled(line, 4, 1));
            probe.produce(batch(line, TestBatches.SHAPE, List.of("scratch", "good")));
            probe.produce(batch(line, TestBatches.SHAPE, List.of("scratch")));

            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) == 3);
            assertThat(board.summary(line)).get().extracting(LineSummary::rejected).isNull();
        }
    }

    @Test
    void theKeyOfAnotherLine() {
        assertKeyRejected("validator-key", "validator-other", "key is 'validator-other', expected the batch's line");
    }

    @Test
    void noKey() {
        assertKeyRejected("validator-no-key", null, "key is missing, expected the batch's line, 'validator-no-key'");
    }

    private void assertKeyRejected(String line, String key, String reason) {
        LabelledBatch batch = TestBatches.labelled(line, 4, 1);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            RecordMetadata bad = probe.produce(Topics.IMAGES_CAPTURED, key, ImageBatchCodec.encode(batch));

            ConsumerRecord<String, byte[]> dead = probe.first(DEAD_LETTERS, message -> isOf(message, bad));

            assertThat(dead.key()).isEqualTo(key);
            assertThat(reason(dead)).contains(reason);
            assertThat(board.summary(line)).isEmpty();
        }
    }

    @Test
    void aHeaderThatContradictsTheBatch() {
        String line = "validator-header";
        LabelledBatch batch = TestBatches.labelled(line, 4, 1);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            RecordMetadata bad = probe.produce(Topics.IMAGES_CAPTURED, line, ImageBatchCodec.encode(batch),
                    CloudEventHeaders.of(TestBatches.labelled(line, 5, 1), "camera"));

            ConsumerRecord<String, byte[]> dead = probe.first(DEAD_LETTERS, message -> isOf(message, bad));

            assertThat(reason(dead)).contains("ce_images is '5', expected '4', as in the batch");
        }
    }

    @Test
    void aBadRecordIsOneDeadLetter() {
        String line = "validator-once";
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            RecordMetadata bad = probe.produce(Topics.IMAGES_CAPTURED, line, "bad".getBytes(StandardCharsets.UTF_8));
            RecordMetadata later = probe.produce(Topics.IMAGES_CAPTURED, line,
                    "worse".getBytes(StandardCharsets.UTF_8));

            List<ConsumerRecord<String, byte[]>> dead = probe.consumeUntil(DEAD_LETTERS,
                    message -> line.equals(message.key()), found -> found.stream().anyMatch(one -> isOf(one, later)));

            assertThat(dead).filteredOn(one -> isOf(one, bad)).hasSize(1);
        }
    }

    @Test
    void theSameBatchTwiceIsOne() {
        String line = "validator-twice";
        LabelledBatch batch = TestBatches.labelled(line, 4, 1);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            RecordMetadata first = probe.produce(batch);
            probe.produce(batch);
            probe.produce(TestBatches.labelled(line, 4, 2));

            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) == 2);
            assertThat(records.index().find(BatchKey.of(batch.id()).orElseThrow()))
                    .contains(new PublishedIndex.Position(first.partition(), first.offset()));
        }
    }

    private static ImageBatch batch(String line, ImageShape shape, List<String> classNames) {
        return new LabelledBatch(new BatchOrigin(line, "stray-" + classNames.size(), Split.TRAIN, Instant.now()),
                new Images(shape, 1, new byte[shape.bytes()]), new Labels(classNames, new int[]{0}));
    }

    private static byte[] withCapturedAt(String line, long millis) throws IOException {
        byte[] pixels = new byte[784];
        ByteBuffer bytes = ImageBatchRecord.getEncoder().encode(ImageBatchRecord.newBuilder().setLine(line)
                .setDataset("d").setSplit(SplitSymbol.TRAIN).setCapturedAt(millis).setChannels(1).setHeight(28)
                .setWidth(28).setPixels(ByteBuffer.wrap(pixels))
                .setImageHashes(List.of(new ImageHash(new Images(TestBatches.SHAPE, 1, pixels).hashes().get(0))))
                .build());
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return value;
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> dead, RecordMetadata record) {
        return CloudEventHeaders.value(dead.headers(), "dead-letter-offset").orElse("")
                .equals(Long.toString(record.offset()))
                && CloudEventHeaders.value(dead.headers(), "dead-letter-partition").orElse("")
                        .equals(Integer.toString(record.partition()));
    }

    private static String reason(ConsumerRecord<String, byte[]> dead) {
        return CloudEventHeaders.value(dead.headers(), "dead-letter-reason").orElse("");
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
            assertThat(newest.find(line)).get().extracting(ImageBatch::id).isEqualTo(claimed.id());
            assertThat(records.isCaughtUp()).isTrue();
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

            await().until(() -> newest.find(line).map(ImageBatch::id).equals(Optional.of(committed.id())));

            await().until(() -> board.summary(line).map(LineSummary::batchesTotal).orElse(0L) > 0);
            assertThat(board.summary(line)).get().extracting(LineSummary::batchesTotal).isEqualTo(1L);
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
