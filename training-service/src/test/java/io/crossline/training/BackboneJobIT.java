package io.crossline.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.TrainingProgress;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TinyBackbone;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Jobs on a frozen backbone. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class BackboneJobIT {

    @ConfigProperty(name = "crossline.backbones")
    Path folder;
    @Inject
    Backbones backbones;

    private KafkaProbe probe;
    private JobsInKafka bus;

    @BeforeEach
    void open() throws IOException {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        TinyBackbone.write(Files.createDirectories(folder), 1);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a backbone by its name, when methods are requested on it, then models name its hash, and replays are exact. */
    @Test
    void modelsStandOnTheBackbone() {
        TwoLines lines = TwoLines.produce(probe, 500);
        Map<String, Object> request = lines.request(TestPresets.TINY, List.of("source", "adabn", "dann", "teacher"));
        request.put("backbone", "tiny.onnx");

        JsonPath adaptation = given().contentType("application/json").body(Json.encode(request)).post("/adaptations")
                .then().statusCode(202).extract().jsonPath();

        BackboneFile file = backbones.find("tiny.onnx").orElseThrow().file();
        for (String job : adaptation.<String>getList("jobs.jobId")) {
            TrainingProgress end = bus.end(UUID.fromString(job));
            assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
            ModelManifest manifest = bus.manifest(end.modelVersion());
            assertThat(manifest.backbone()).isEqualTo(file);
            requireReplayed(end.modelVersion());
        }
    }

    private void requireReplayed(String version) {
        String replay = given().contentType("application/json").body(Map.of("modelVersion", version)).post("/replays")
                .then().statusCode(202).extract().path("jobId");
        assertThat(bus.end(UUID.fromString(replay)).metrics()).containsEntry("sameParameters", 1.0);
    }

    /** Given cyclegan among the methods, when a backbone is requested, then the request is refused with a sentence. */
    @Test
    void cycleGanIsRefused() {
        Map<String, Object> request = TwoLines.produce(probe, 501).request(TestPresets.TINY,
                List.of("source", "cyclegan"));
        request.put("backbone", "tiny.onnx");

        given().contentType("application/json").body(Json.encode(request)).post("/adaptations").then().statusCode(400)
                .body("field", equalTo("methods")).body("detail", containsString("cyclegan, which trains on pixels"));
    }

    /** Given a job whose backbone is not in the folder, when it runs, then it fails and names hash and folder. */
    @Test
    void aMissingBackboneFailsTheJob() {
        TwoLines lines = TwoLines.produce(probe, 502);
        JobRequested job = new JobRequested(UUID.randomUUID(), UUID.randomUUID(), List.of(Method.SOURCE), Method.SOURCE,
                TestPresets.TINY, 7, lines.source(), lines.target(), TwoLineImages.SHAPE, TwoLineImages.CLASS_NAMES,
                null, List.of(), null, "ab".repeat(32), null, Instant.now());

        TrainingProgress end = bus.run(job);

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.message()).isEqualTo("The job needs the backbone with SHA-256 " + "ab".repeat(32)
                + ", which is not in " + folder.toAbsolutePath());
    }
}
