package io.crossline.training.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TinyBackbone;
import io.crossline.training.jobs.ConfiguredLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Where the settings of a job come from: the request, else what people set for its lines. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class JobSettingsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String line = "mix-" + UUID.randomUUID().toString().substring(0, 8);
    private final KafkaProbe probe = KafkaProbe.ofTest();

    @Inject
    ConfiguredLines lines;
    @ConfigProperty(name = "crossline.backbones")
    Path folder;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aLineOfWhichNothingIsToldHasNone() {
        ValidatableResponse adaptation = request(Map.of()).statusCode(202).body("expectedMix", nullValue());

        assertThat(jobs(adaptation)).allSatisfy(job -> assertThat(job.expectedMix()).isNull());
    }

    @Test
    void everyJobCarriesWhatIsSetForTheLine() {
        configured("good>=0.9");

        ValidatableResponse adaptation = request(Map.of()).statusCode(202).body("expectedMix", equalTo("good>=0.9"));

        assertThat(jobs(adaptation))
                .allSatisfy(job -> assertThat(job.expectedMix()).isEqualTo(ExpectedMix.parse("good>=0.9")));
        given().get("/adaptations/{id}", adaptation.extract().<String>path("adaptationId")).then().body("expectedMix",
                equalTo("good>=0.9"));
    }

    @Test
    void theRequestGoesBeforeTheLine() {
        configured("good>=0.9");

        ValidatableResponse adaptation = request(Map.of("expectedMix", "good=0.5")).statusCode(202);

        assertThat(jobs(adaptation))
                .allSatisfy(job -> assertThat(job.expectedMix()).isEqualTo(ExpectedMix.parse("good=0.5")));
    }

    @Test
    void aMixThatIsTakenAwayCountsNoMore() {
        configured("good>=0.9");
        configured(null);

        request(Map.of()).statusCode(202).body("expectedMix", nullValue());
    }

    @Test
    void whatIsNoEventIsPassedOver() {
        probe.produce(Topics.LINES_CONFIGURED, line, "no event".getBytes(StandardCharsets.UTF_8));

        configured("good>=0.9");

        request(Map.of()).statusCode(202).body("expectedMix", equalTo("good>=0.9"));
    }

    @Test
    void aMixOfOtherClassesIsRefusedAndItsOriginNamed() {
        configured("dent<=0.1");

        request(Map.of()).statusCode(400).body("field", equalTo("expectedMix")).body("detail", equalTo("expectedMix set"
                + " for line " + line + " names the class 'dent', expected one of [good, hole]."));
        request(Map.of("expectedMix", "good=0.5")).statusCode(202);
    }

    @Test
    void turnsAreOffWhereOneOfBothLinesTakesNoneAndTheRequestGoesBefore() {
        request(Map.of()).statusCode(202).body("turns", equalTo(true));
        configured(line, null, false, null);

        ValidatableResponse adaptation = request(Map.of()).statusCode(202).body("turns", equalTo(false));

        assertThat(jobs(adaptation)).allSatisfy(job -> assertThat(job.turns()).isFalse());
        request(Map.of("turns", true)).statusCode(202).body("turns", equalTo(true));
        configured(line, null, true, null);
        configured("mix-source", null, false, null);
        request(Map.of()).statusCode(202).body("turns", equalTo(false));
        configured("mix-source", null, true, null);
    }

    @Test
    void theLinesBackboneIsTakenUnlessTheRequestSaysOtherwise() throws IOException {
        TinyBackbone.write(Files.createDirectories(folder), 1);
        String sha256 = Sha256.hex(TinyBackbone.onnx(1));
        configured(line, null, true, sha256);

        ValidatableResponse adaptation = request(Map.of()).statusCode(202).body("backbone", equalTo(sha256));

        assertThat(jobs(adaptation)).allSatisfy(job -> assertThat(job.backbone()).isEqualTo(sha256));
        request(Map.of("backbone", "")).statusCode(202).body("backbone", nullValue());
        request(Map.of("methods", List.of("cyclegan"))).statusCode(400).body("field", equalTo("methods")).body("detail",
                containsString("or an empty backbone in place of the one set for line " + line));
    }

    @Test
    void aBackboneThatIsMissingIsRefusedAndTheKnownOnesNamed() throws IOException {
        TinyBackbone.write(Files.createDirectories(folder), 1);
        configured(line, null, true, "ab".repeat(32));

        request(Map.of()).statusCode(400).body("field", equalTo("backbone")).body("detail",
                containsString("backbone set for line " + line + " is 'abab")).body("detail",
                        containsString("which has tiny.onnx"));
        request(Map.of("backbone", "other.onnx")).statusCode(400).body("detail",
                containsString("backbone is 'other.onnx', expected the name or the SHA-256 of an .onnx file in "));
    }

    /** Sets the line's mix and waits until the service knows it. */
    private void configured(String mix) {
        configured(line, mix, true, null);
    }

    private void configured(String of, String mix, boolean turns, String backbone) {
        LineConfigured event = new LineConfigured(of, mix == null ? null : ExpectedMix.parse(mix), null, 1, 1, null,
                turns, backbone, "Ada", "test", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        probe.produce(Topics.LINES_CONFIGURED, of, Json.encode(event));
        await().atMost(PATIENCE).until(() -> lines.of(of), Optional.of(event)::equals);
    }

    private List<JobRequested> jobs(ValidatableResponse adaptation) {
        UUID id = UUID.fromString(adaptation.extract().path("adaptationId"));
        return probe.consumeUntil(Topics.JOBS_REQUESTED,
                record -> record.key().endsWith("~" + line) && job(record.value()).adaptationId().equals(id),
                found -> found.size() == 2).stream().map(record -> job(record.value())).toList();
    }

    private static JobRequested job(byte[] value) {
        return Json.decode(value, JobRequested.class);
    }

    private ValidatableResponse request(Map<String, Object> also) {
        Map<String, Object> request = new LinkedHashMap<>(also);
        request.put("sourceLine", "mix-source");
        request.put("targetLine", line);
        request.putIfAbsent("methods", List.of("source", "dann"));
        request.put("source", data("mix-source"));
        request.put("target", data(line));
        request.put("shape", Map.of("channels", 1, "height", 28, "width", 28));
        request.put("classNames", List.of("good", "hole"));
        return given().contentType("application/json").body(Json.encode(request)).post("/adaptations").then();
    }

    /** Offsets without images: the jobs are asked for and fail. */
    private static Map<String, Object> data(String line) {
        return Map.of("train", Map.of("line", line, "split", "train", "ranges",
                List.of(Map.of("topic", Topics.IMAGES_CAPTURED, "partition", 0, "fromOffset", 0, "toOffset", 1))));
    }
}
