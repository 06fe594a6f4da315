package io.crossline.evaluation.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
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
import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.Images;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.SelectionKept;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.ServedLine;
import io.crossline.kafka.SelectionReader;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Day 15: retention has deleted what the champion was trained on, and the line changes. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ChampionImagesIT {

    private static final int DRIFT_WINDOWS = 3;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theChampionsImagesOutliveTheTopicAndDriftIsStillWatched() throws Exception {
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            // Given a champion whose images are kept
            ServedLine line = new ServedLine(probe);
            String model = line.newModel(5);
            DataSelection trained = line.data().train();
            List<SelectedBatch<ImageBatch>> before = read(trained);
            given().contentType(ContentType.JSON).body(Map.of("modelVersion", model, "by", "Ada", "reason", "test"))
                    .put("/lines/{line}/champion", line.name()).then().statusCode(200);
            probe.first(Topics.DATASETS_INDEX, record -> SelectionKept.key(trained).equals(record.key()));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> probe.first(Topics.DATASETS_INDEX,
                    record -> SelectionKept.key(line.data().test()).equals(record.key())));

            // When retention deletes them
            delete(trained.ranges());

            // Then they are read as before, each with the place where it was captured
            List<SelectedBatch<ImageBatch>> after = read(trained);
            assertThat(after).usingRecursiveFieldByFieldElementComparator().isEqualTo(before);
            OffsetRange range = trained.ranges().get(0);
            DataSelection one = new DataSelection(line.name(), null, Split.TRAIN,
                    List.of(new OffsetRange(range.topic(), range.partition(), range.fromOffset(),
                            range.fromOffset() + 1)));
            assertThat(read(one)).extracting(SelectedBatch::offset).containsExactly(range.fromOffset());

            // And a change of the line is noticed, with the deleted images as the reference
            capture(probe, line.name());
            ConsumerRecord<String, byte[]> drift = probe.first(Topics.DRIFT_DETECTED,
                    record -> line.name().equals(record.key()));
            assertThat(Json.decode(drift.value(), DriftDetected.class).diagnosis()).contains("darker by");
            given().get("/lines/{line}/windows", line.name()).then().statusCode(200)
                    .body("findAll { it.estimate == null }.size()", org.hamcrest.Matchers.equalTo(0));
        }
    }

    private List<SelectedBatch<ImageBatch>> read(DataSelection selection) {
        List<SelectedBatch<ImageBatch>> batches = new ArrayList<>();
        try (SelectionReader reader = SelectionReader.open(Map.of("bootstrap.servers", bootstrapServers),
                BatchCheck.any())) {
            reader.read(selection, batches::add);
        }
        return batches;
    }

    private void delete(List<OffsetRange> ranges) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteRecords(ranges.stream().collect(Collectors.toMap(
                    range -> new TopicPartition(range.topic(), range.partition()),
                    range -> RecordsToDelete.beforeOffset(range.toOffset()), (a, b) -> a))).all().get();
        }
    }

    private static void capture(KafkaProbe probe, String line) {
        for (LabelledBatch batch : TwoLineImages.target(Split.TEST, DRIFT_WINDOWS * ServedLine.WINDOW, ServedLine.BATCH,
                3)) {
            byte[] dim = new byte[batch.images().pixels().length];
            for (int i = 0; i < dim.length; i++) {
                dim[i] = (byte) Math.round(0.7 * (batch.images().pixels()[i] & 0xff));
            }
            probe.produce(new UnlabelledBatch(
                    new BatchOrigin(line, "captured-" + UUID.randomUUID(), Split.TRAIN, Instant.now()),
                    new Images(batch.images().shape(), batch.images().count(), dim)));
        }
    }
}
