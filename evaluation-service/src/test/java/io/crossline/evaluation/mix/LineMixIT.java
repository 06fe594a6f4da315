package io.crossline.evaluation.mix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.ServedLine;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LineMixIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aServedLinesMixIsEstimatedFromItsNewestImages() {
        // Given a line that a model serves, and what is told of it
        ServedLine line = new ServedLine(probe);
        String model = line.newModel(5);
        mix(line.name()).body("modelVersion", equalTo(model)).body("classes", hasSize(0)).body("summary",
                equalTo("The mix cannot be estimated: the line has no captured images."));
        given().contentType("application/json").body(Map.of("expectedMix", "ring<=0.4", "by", "Ada", "reason", "test"))
                .put("/lines/{line}/settings", line.name()).then().statusCode(200);

        // When images come
        line.capture(ServedLine.WINDOW, 2);
        await().atMost(PATIENCE).untilAsserted(() -> mix(line.name()).body("classes", hasSize(4)));

        // Then the mix is estimated, within what was told as well
        JsonPath mix = mix(line.name()).body("told", equalTo("ring<=0.4"))
                .body("summary", startsWith("Told: ring at most 40 %. Estimated from the newest")).extract().jsonPath();
        assertThat(mix.getInt("images")).isIn(ServedLine.BATCH, ServedLine.WINDOW);
        assertThat(mix.<String>getList("classes.className")).isEqualTo(TwoLineImages.CLASS_NAMES);
        assertThat(sum(mix.getList("classes.share", Double.class))).isCloseTo(1, within(1e-6));
        assertThat(sum(mix.getList("classes.within", Double.class))).isCloseTo(1, within(1e-6));
        assertThat(mix.getDouble("classes.find { it.className == 'ring' }.within")).isLessThanOrEqualTo(0.4 + 1e-6);
        for (int k = 0; k < TwoLineImages.CLASS_NAMES.size(); k++) {
            assertThat(mix.getDouble("classes[" + k + "].least"))
                    .isLessThanOrEqualTo(mix.getDouble("classes[" + k + "].most"));
        }
    }

    @Test
    void whyNothingCanBeEstimatedIsSaid() {
        // Given a line that no model serves
        String line = "line-" + UUID.randomUUID().toString().substring(0, 8);
        mix(line).body("modelVersion", nullValue()).body("conflict", equalTo(false)).body("summary",
                equalTo("The mix cannot be estimated: no model serves the line."));

        // When one does that has no labelled test images
        LineData data = new LineData(new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0))), null);
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)), data,
                data);
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 4)) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        Fixtures.promote(line, job.modelVersion());

        // Then that is the reason
        await().atMost(PATIENCE).untilAsserted(() -> mix(line).body("modelVersion", equalTo(job.modelVersion()))
                .body("agreed", nullValue())
                .body("summary", containsString("no labelled test images of the source line " + line)));
    }

    private static ValidatableResponse mix(String line) {
        return given().get("/lines/{line}/mix", line).then().statusCode(200);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
