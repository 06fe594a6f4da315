package io.crossline.evaluation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.scoring.Evaluation;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.monitoring.projection.Projection;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TinyBackbone;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What people set for a line, of a name of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LineSettingsIT {

    private final String line = "line-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    EvaluationStore evaluations;

    @ConfigProperty(name = "crossline.backbones")
    Path backbones;

    @Test
    void aLineThatNobodyConfiguredHasTheDefaults() {
        get().body("expectedMix", nullValue()).body("goodClass", nullValue()).body("escapeCost", equalTo(1f))
                .body("overkillCost", equalTo(1f)).body("maxEscapes", nullValue()).body("turns", equalTo(true))
                .body("backbone", nullValue()).body("by", nullValue())
                .body("classNames", nullValue());
    }

    @Test
    void aChangeIsKeptPublishedAndAudited() {
        // Given a first setting
        put(Map.of("expectedMix", "good>=0.9", "goodClass", "good", "by", "Ada", "reason", "counted")).statusCode(200)
                .body("expectedMix", equalTo("good>=0.9")).body("escapeCost", equalTo(1f));

        // When another is changed
        put(Map.of("escapeCost", 20, "maxEscapes", 0.01, "by", "Bob", "reason", "recalls are dear")).statusCode(200);

        // Then what was not named stays
        get().body("expectedMix", equalTo("good>=0.9")).body("goodClass", equalTo("good"))
                .body("escapeCost", equalTo(20f)).body("overkillCost", equalTo(1f)).body("maxEscapes", equalTo(0.01f))
                .body("by", equalTo("Bob")).body("reason", equalTo("recalls are dear"));
        given().get("/audit?line={line}", line).then().statusCode(200)
                .body("action", equalTo(List.of("line-configured", "line-configured")))
                .body("actor", equalTo(List.of("Bob", "Ada"))).body("[0].details.escapeCost", equalTo(20f))
                .body("[0].details.reason", equalTo("recalls are dear"));
        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(true));
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            List<LineConfigured> published = probe.consumeUntil(Topics.LINES_CONFIGURED,
                    record -> record.key().equals(line), found -> found.size() == 2).stream()
                    .map(record -> Json.decode(record.value(), LineConfigured.class)).toList();
            assertThat(published.get(1).expectedMix()).isEqualTo(ExpectedMix.parse("good>=0.9"));
            assertThat(published.get(1).escapeCost()).isEqualTo(20);
            assertThat(published.get(1).by()).isEqualTo("Bob");
        }
    }

    @Test
    void theSameValuesAgainArePublishedButChangeNothing() {
        put(Map.of("expectedMix", "good=0.98", "by", "Ada", "reason", "counted")).statusCode(200);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.first(Topics.LINES_CONFIGURED, record -> record.key().equals(line));
        }

        put(Map.of("expectedMix", "good=0.98", "by", "Bob", "reason", "again")).statusCode(200).body("by",
                equalTo("Ada"));

        given().get("/audit?line={line}", line).then().body("", hasSize(1));
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.consumeUntil(Topics.LINES_CONFIGURED, record -> record.key().equals(line),
                    found -> found.size() == 2);
        }
    }

    @Test
    void settingsCanBeTakenAway() {
        put(Map.of("expectedMix", "good>=0.9", "goodClass", "good", "maxEscapes", 0.01, "by", "Ada", "reason", "first"))
                .statusCode(200);

        put(Map.of("expectedMix", "", "goodClass", "", "maxEscapes", 1, "by", "Ada", "reason", "unknown"))
                .statusCode(200);

        get().body("expectedMix", nullValue()).body("goodClass", nullValue()).body("maxEscapes", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expectedMix | good is common | expectedMix has the term 'good is common'
            expectedMix | good=0.9,hole=0.2 | expectedMix has shares of at least
            """)
    void aTextThatIsNoMixIsRefused(String field, String value, String message) {
        put(Map.of(field, value, "by", "Ada", "reason", "try")).statusCode(400)
                .contentType("application/problem+json").body("field", equalTo(field))
                .body("detail", containsString(message));
        get().body("by", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"escapeCost, 0", "overkillCost, -1", "maxEscapes, 1.5", "maxEscapes, -0.1"})
    void aValueOutOfBoundsIsRefused(String field, double value) {
        put(Map.of(field, value, "by", "Ada", "reason", "try")).statusCode(400).body("violations[0].field",
                containsString(field));
    }

    @Test
    void turnsAreKeptPublishedAndAudited() {
        put(Map.of("turns", false, "by", "Ada", "reason", "scratches across are no defect")).statusCode(200)
                .body("turns", equalTo(false));
        put(Map.of("escapeCost", 20, "by", "Bob", "reason", "recalls are dear")).statusCode(200);

        get().body("turns", equalTo(false));
        given().get("/audit?line={line}", line).then().body("details.turns", equalTo(List.of(false, false)));
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            assertThat(probe.consumeUntil(Topics.LINES_CONFIGURED, record -> record.key().equals(line),
                    found -> found.size() == 2)).allSatisfy(
                            record -> assertThat(Json.decode(record.value(), LineConfigured.class).turns()).isFalse());
        }
    }

    @Test
    void aBackboneIsSetByItsNameOrHashAndTakenAway() throws IOException {
        Path file = TinyBackbone.write(Files.createDirectories(backbones), 1);
        String sha256 = Sha256.hex(Files.readAllBytes(file));

        put(Map.of("backbone", "tiny.onnx", "by", "Ada", "reason", "few images")).statusCode(200)
                .body("backbone", equalTo(sha256)).body("backboneName", equalTo("tiny.onnx"))
                .body("backbones", hasItem("tiny.onnx"));
        put(Map.of("backbone", sha256, "escapeCost", 2, "by", "Ada", "reason", "by hash")).statusCode(200);

        given().get("/audit?line={line}", line).then().body("details.backbone", equalTo(List.of(sha256, sha256)));
        put(Map.of("backbone", "", "by", "Ada", "reason", "enough images now")).statusCode(200)
                .body("backbone", nullValue()).body("backboneName", nullValue());
    }

    @Test
    void anUnknownBackboneIsRefusedAndTheKnownOnesNamed() throws IOException {
        TinyBackbone.write(Files.createDirectories(backbones), 1);

        put(Map.of("backbone", "resnet50.onnx", "by", "Ada", "reason", "try")).statusCode(400)
                .body("field", equalTo("backbone")).body("detail",
                        containsString(
                                "backbone is 'resnet50.onnx', expected the name or the SHA-256 of an .onnx file"))
                .body("detail", containsString("tiny.onnx"));
        get().body("by", nullValue());
    }

    @Test
    void whoAndWhyMustBeNamed() {
        put(Map.of("escapeCost", 2, "reason", "try")).statusCode(400).body("violations[0].field",
                containsString("by"));
        put(Map.of("escapeCost", 2, "by", "Ada")).statusCode(400).body("violations[0].field",
                containsString("reason"));
    }

    @Test
    void classesAreThoseOfTheLine() {
        // Given a line of which a classifier is known
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)),
                data("elsewhere"), data(line));
        evaluations.record(new Evaluation(Fixtures.manifest(job), Verdict.ACCEPTED, "Not scored.", Map.of(), List.of(),
                new Projection(job.modelVersion(), List.of()), new Projection(job.modelVersion(), List.of()),
                Instant.now()));
        get().body("classNames", equalTo(TwoLineImages.CLASS_NAMES));

        // When settings name other classes, then they are refused
        put(Map.of("expectedMix", "good>=0.9", "by", "Ada", "reason", "try")).statusCode(400)
                .body("field", equalTo("expectedMix")).body("detail", containsString("'good', expected one of [hori"));
        put(Map.of("goodClass", "good", "by", "Ada", "reason", "try")).statusCode(400)
                .body("field", equalTo("goodClass"));
        put(Map.of("expectedMix", "ring>=0.9", "goodClass", "ring", "by", "Ada", "reason", "right")).statusCode(200);
    }

    private ValidatableResponse get() {
        return given().get("/lines/{line}/settings", line).then().statusCode(200);
    }

    private ValidatableResponse put(Map<String, Object> settings) {
        return given().contentType("application/json").body(settings).put("/lines/{line}/settings", line).then();
    }

    private static LineData data(String line) {
        return new LineData(new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0))), null);
    }
}
