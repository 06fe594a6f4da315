package io.crossline.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.training.messaging.Broker;
import io.crossline.training.store.ModelStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Trainings that are repeated from a model's manifest alone. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReplayIT {

    @Inject
    Broker broker;
    @Inject
    ModelStore store;

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;
    private String source;

    @BeforeAll
    void trainASourceModel() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 320);
        source = model(job(Method.SOURCE, null, List.of()));
    }

    @AfterAll
    void close() {
        probe.close();
    }

    /** Given models with and without a parent, labels and images that are left out, when they are replayed, then their parameters come out again. */
    @Test
    void theParametersAreTheSame() {
        OffsetRange range = lines.target().train().ranges().get(0);
        GivenLabel label = new GivenLabel(range.topic(), range.partition(), range.fromOffset(), 0, "horizontal");
        String dann = model(job(Method.DANN, source, List.of()));
        BatchImages leftOut = new BatchImages(range.topic(), range.partition(), range.fromOffset(), List.of(1, 5));
        String labelled = model(job(Method.TEACHER, dann, List.of(label)).leavingOut(List.of(leftOut)));

        assertThat(List.of(source, dann, labelled)).allSatisfy(version -> {
            TrainingProgress end = replay(version);

            requireSame(end, version);
            assertThat(store.contains(end.method().id() + "-" + end.jobId())).isFalse();
            given().get("/jobs/" + end.jobId()).then().body("metrics.sameParameters", equalTo(1f))
                    .body("modelVersion", equalTo(null));
            given().get("/adaptations").then().body("adaptationId", not(containsString(end.adaptationId().toString())));
        });
    }

    /** Given a cyclegan job's models, when they are replayed, then generators and fine-tuning come out again. */
    @Test
    void bothPartsOfCycleGanAreRepeated() {
        JobRequested job = job(Method.CYCLEGAN, source, List.of());
        probe.produce(Topics.JOBS_REQUESTED, job.key(), Json.encode(job));
        new TranslationStandIn(probe, broker.properties()).translate(job.generatorVersion());
        assertThat(bus.end(job.jobId()).state()).isEqualTo(JobState.COMPLETED);

        requireSame(replay(job.generatorVersion()), job.generatorVersion());
        requireSame(replay(job.modelVersion()), job.modelVersion());
    }

    /** Given a manifest whose SHA-256 is another, when its model is replayed, then the outcome says so and by whom it was made. */
    @Test
    void otherParametersAreTold() {
        ModelManifest model = bus.manifest(source);
        String sha = (model.parametersSha256().startsWith("0") ? "1" : "0") + model.parametersSha256().substring(1);
        String altered = altered(model, "parametersSha256", sha);

        TrainingProgress end = replay(altered);

        assertThat(end.state()).isEqualTo(JobState.COMPLETED);
        assertThat(end.message()).startsWith("The parameters differ: ").contains(sha, model.parametersSha256(),
                "made by backend cpu, code version " + model.codeVersion());
        assertThat(end.metrics()).containsEntry("sameParameters", 0.0);
        assertThat(end.modelVersion()).isNull();
    }

    /** Given a model of other hyperparameters than the preset's, when it is replayed, then the job fails and names them. */
    @Test
    void otherHyperparametersFailTheJob() {
        ModelManifest model = bus.manifest(source);
        Map<String, String> hyperparameters = new LinkedHashMap<>(model.hyperparameters());
        hyperparameters.put("learningRate", "0.5");
        hyperparameters.put("momentum", "0.9");
        hyperparameters.remove("blur");
        String altered = altered(model, "hyperparameters", hyperparameters);

        TrainingProgress end = replay(altered);

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.message()).contains("The training of " + altered + " cannot be repeated",
                "learningRate was 0.5 and is 0.001", "momentum was 0.9 and is not there",
                "blur was not there and is 0.0")
                .doesNotContain("epochs");
    }

    /** Given a version that no model has, when its replay is requested, then the answer is 404; none at all gives 400. */
    @Test
    void anUnknownModelIsNotFound() {
        given().contentType("application/json").body("{\"modelVersion\":\"dann-00000000\"}").post("/replays").then()
                .statusCode(404).contentType("application/problem+json").body("field", equalTo("modelVersion"));
        given().contentType("application/json").body("{}").post("/replays").then().statusCode(400).body("field",
                equalTo("modelVersion"));
    }

    private static void requireSame(TrainingProgress end, String version) {
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        assertThat(end.message()).as(version).startsWith("The parameters are the same, bit for bit (sha256 ");
        assertThat(end.metrics()).containsEntry("sameParameters", 1.0);
        assertThat(end.modelVersion()).isNull();
    }

    private TrainingProgress replay(String version) {
        String jobId = given().contentType("application/json").body(Map.of("modelVersion", version)).post("/replays")
                .then().statusCode(202).extract().path("jobId");
        return bus.end(UUID.fromString(jobId));
    }

    private JobRequested job(Method method, String parent, List<GivenLabel> labels) {
        return JobsInKafka.job(method, lines.source(), lines.target(), parent, labels);
    }

    private String model(JobRequested job) {
        TrainingProgress end = bus.run(job);
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        return end.modelVersion();
    }

    /** Publishes the model under another version, its manifest altered in one field. */
    private String altered(ModelManifest model, String field, Object value) {
        String version = "altered-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode manifest = Json.mapper().valueToTree(model);
        manifest.put("modelVersion", version).set(field, Json.mapper().valueToTree(value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(Json.mapper().writeValueAsBytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        probe.produce(Topics.MODELS_TRAINED, version, bytes.toByteArray());
        return version;
    }
}
