package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.Images;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.FailingEstimators;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class DriftIT {

    private static final int WINDOW = 200;
    private static final int BATCH = 100;
    private static final UnaryOperator<byte[]> AS_TRAINED = pixels -> pixels;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final String line = "line-b-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a served line, when its light fades after two windows, then that is confirmed, told in words and kept. */
    @Test
    void aFadingLampIsConfirmed() {
        // Given
        DataSelection trained = probe.produceAll(batches(Split.TRAIN, 6 * WINDOW, 1, AS_TRAINED));
        String model = servedBy(new LineData(trained, probe.produceAll(labelledTest())));

        // When
        capture(2, 2, AS_TRAINED);
        capture(2, 3, DriftIT::dimmed);

        // Then
        DriftDetected event = Json.decode(
                probe.first(Topics.DRIFT_DETECTED, record -> record.key().equals(line)).value(), DriftDetected.class);
        assertThat(event.modelVersion()).isEqualTo(model);
        assertThat(event.windows()).isEqualTo(2);
        assertThat(event.diagnosis()).contains("darker by");
        assertThat(event.pValues()).containsKeys("features", "classMix", "brightness");
        given().get("/lines/{line}/windows", line).then().statusCode(200).body("", hasSize(4))
                .body("[0].confirmed", equalTo(true)).body("[0].driftedInARow", equalTo(2))
                .body("[0].diagnosis", containsString("darker"))
                .body("[0].before.brightness", greaterThan(0f))
                .body("[3].estimate.accuracy", allOf(greaterThanOrEqualTo(0f), lessThanOrEqualTo(1f)))
                .body("[3].trueAccuracy", nullValue())
                .body("[1].drifted", equalTo(true)).body("[2].drifted", equalTo(false))
                .body("[3].drifted", equalTo(false));

        // When white frames come that no check marks
        given().contentType(ContentType.JSON)
                .body(Map.of("checksOff", List.of("over-exposed", "frozen", "no part in view", "out of focus"), "by",
                        "Ada", "reason", "A bright field"))
                .put("/lines/{line}/settings", line).then().statusCode(200);
        capture(1, 4, DriftIT::white);

        // Then
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/windows", line).then()
                .body("", hasSize(5)));
        given().get("/lines/{line}/windows", line).then().body("[0].drifted", equalTo(true))
                .body("[0].diagnosis", containsString("of the images are unlike every known one"))
                .body("[0].estimate.accuracy", lessThanOrEqualTo(0.5f)).body("[0].estimate.low", lessThan(0.1f));
    }

    /** Given a model whose training images are gone, when images come, then they are predicted, and nothing is compared. */
    @Test
    void withoutTrainingImagesALineIsServedUnwatched() {
        servedBy(new LineData(new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0))), null));

        capture(1, 4, AS_TRAINED);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}/predictions", line).then()
                .body("", hasSize(WINDOW / BATCH)));
        given().get("/lines/{line}/windows", line).then().body("", hasSize(0));
    }

    /** Given a broker that does not answer when a window is estimated, then the batch that completed it counts once all the same. */
    @Test
    void aBatchThatIsTriedAgainCountsOnce() {
        DataSelection trained = probe.produceAll(batches(Split.TRAIN, 6 * WINDOW, 1, AS_TRAINED));
        servedBy(new LineData(trained, probe.produceAll(labelledTest())));
        FailingEstimators estimators = new FailingEstimators(1);
        QuarkusMock.installMockForType(estimators, Estimators.class);

        capture(2, 2, AS_TRAINED);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/windows", line).then()
                .body("", hasSize(2)));
        assertThat(estimators.hasFailed()).isTrue();
        given().get("/lines/{line}/windows", line).then().body("images", everyItem(equalTo(WINDOW)));
    }

    private String servedBy(LineData data) {
        Fixtures.allWatched(probe);
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)), data,
                data);
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 21)) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        probe.first(Topics.MODELS_EVALUATED, (ConsumerRecord<String, byte[]> record) -> record.key()
                .equals(job.modelVersion()));
        Fixtures.promote(line, job.modelVersion());
        return job.modelVersion();
    }

    private void capture(int windows, long seed, UnaryOperator<byte[]> change) {
        batches(Split.TEST, windows * WINDOW, seed, change).forEach(probe::produce);
    }

    private List<LabelledBatch> labelledTest() {
        return TwoLineImages.target(Split.TEST, WINDOW, BATCH, 9).stream().map(batch -> new LabelledBatch(
                new BatchOrigin(line, line + "-images", Split.TEST, Instant.now()), batch.images(), batch.labels()))
                .toList();
    }

    private List<UnlabelledBatch> batches(Split split, int images, long seed, UnaryOperator<byte[]> change) {
        return TwoLineImages.target(split, images, BATCH, seed).stream()
                .map(batch -> new UnlabelledBatch(new BatchOrigin(line, line + "-images", split, Instant.now()),
                        new Images(batch.images().shape(), batch.images().count(),
                                change.apply(batch.images().pixels()))))
                .toList();
    }

    private static byte[] dimmed(byte[] pixels) {
        byte[] dimmed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            dimmed[i] = (byte) Math.round(0.7 * (pixels[i] & 0xff));
        }
        return dimmed;
    }

    /** Over-exposed, with so little of the picture left that no two batches are equal. */
    private static byte[] white(byte[] pixels) {
        byte[] white = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            white[i] = (byte) (254 | pixels[i] & 1);
        }
        return white;
    }
}
