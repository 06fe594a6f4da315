package io.crossline.training;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.contracts.Verdict;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.training.messaging.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class AdaptationIT {

    private static final int PATIENCE_SECONDS = 240;
    private static final List<String> METHODS = List.of("source", "cyclegan", "dann", "coral", "coral-linear",
            "teacher");

    @Inject
    Broker broker;

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.ofTest();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given two lines in Kafka, when all methods are requested, then each gives a model and curves. */
    @Test
    void everyMethodGivesAModel() {
        TwoLines lines = TwoLines.produce(probe, 100);

        JsonPath adaptation = post(lines.request(TestPresets.TINY, METHODS));
        String id = adaptation.getString("adaptationId");
        String cycleGan = adaptation.getString("jobs.find { it.method == 'cyclegan' }.jobId");
        assertThat(adaptation.<String>getList("jobs.method")).isEqualTo(METHODS);

        awaitState("/jobs/" + cycleGan, "WAITING");
        ModelManifest generator = new TranslationStandIn(probe, broker.properties())
                .translate("generator-" + cycleGan);
        awaitState("/adaptations/" + id, "COMPLETED");

        assertThat(generator.kind()).isEqualTo(ModelKind.GENERATOR);
        assertThat(generator.parentModel()).startsWith("source-");
        JsonPath done = given().get("/adaptations/" + id).then().extract().jsonPath();
        assertThat(done.getString("backend")).isEqualTo("cpu");
        for (String version : done.<String>getList("jobs.modelVersion")) {
            requireClassifier(version);
        }
        assertThat(done.getList("jobs[0].history")).hasSize(6);
        assertThat(done.getDouble("jobs[0].history[5].metrics.sourceAccuracy")).isBetween(0.0, 1.0);
        assertThat(done.<String>getList("jobs[1].history.phase")).contains("train-generators", "fine-tune");
        ModelManifest fineTuned = manifest(done.getString("jobs[1].modelVersion"));
        assertThat(fineTuned.trainSeconds()).isGreaterThan(generator.trainSeconds());
        assertThat(fineTuned.hyperparameters()).containsEntry("generatorVersion", generator.modelVersion());
        given().get("/q/health/ready").then().statusCode(200);
    }

    /** Given a generator that evaluation rejects, when its job waits for translations, then it fails with the reason. */
    @Test
    void aRejectedGeneratorFailsItsJob() {
        TwoLines lines = TwoLines.produce(probe, 104);
        JsonPath adaptation = post(lines.request(TestPresets.TINY, List.of("cyclegan")));
        String cycleGan = adaptation.getString("jobs.find { it.method == 'cyclegan' }.jobId");
        awaitState("/jobs/" + cycleGan, "WAITING");
        ModelManifest generator = manifest("generator-" + cycleGan);

        probe.produce(Topics.MODELS_EVALUATED, generator.modelVersion(), Json.encode(rejection(generator)));

        awaitState("/jobs/" + cycleGan, "FAILED");
        given().get("/jobs/" + cycleGan).then().body("message",
                containsString("rejected " + generator.modelVersion() + ": The generators have collapsed"));
    }

    private static ModelEvaluated rejection(ModelManifest generator) {
        return new ModelEvaluated(generator.modelVersion(), generator.kind(), generator.method(), generator.jobId(),
                generator.adaptationId(), generator.source().line(), generator.target().line(), null, null, Map.of(),
                Verdict.REJECTED, "The generators have collapsed.", null, Instant.now());
    }

    /** Given an adaptation without the source method, when it runs, then the source classifier is trained as parent. */
    @Test
    void theParentIsTrainedUnasked() {
        TwoLines lines = TwoLines.produce(probe, 101);

        JsonPath adaptation = post(lines.request(TestPresets.TINY, List.of("coral")));

        assertThat(adaptation.getList("jobs.method")).containsExactly("source", "coral");
        assertThat(adaptation.getList("methods")).containsExactly("coral");
        awaitState("/adaptations/" + adaptation.getString("adaptationId"), "COMPLETED");
    }

    /** Given a running job, when it is cancelled, then it stops, and the job that needs its model fails and says why. */
    @Test
    void aCancelledJobStopsAndItsChildFails() {
        TwoLines lines = TwoLines.produce(probe, 102);
        JsonPath adaptation = post(lines.request(TestPresets.ENDLESS, List.of("source", "dann")));
        String source = adaptation.getString("jobs[0].jobId");
        String dann = adaptation.getString("jobs[1].jobId");
        await().atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> given().get("/jobs/" + source).then().extract().path("phase"), "train"::equals);

        given().delete("/jobs/" + source).then().statusCode(202);

        awaitState("/jobs/" + source, "CANCELLED");
        awaitState("/jobs/" + dann, "FAILED");
        given().get("/jobs/" + dann).then().body("message", containsString("was cancelled"));
        given().delete("/jobs/" + source).then().statusCode(409);
        given().get("/jobs?adaptation=" + adaptation.getString("adaptationId")).then().body("jobId",
                contains(source, dann));
    }

    /** Given records that are no events, when they come, then they go to the dead letters and the next job runs. */
    @Test
    void badEventsAreDeadLettered() {
        String key = UUID.randomUUID().toString();
        probe.produce(Topics.JOBS_REQUESTED, key, "{\"jobId\":7}".getBytes());
        probe.produce(Topics.JOBS_CANCELLED, key, "no event".getBytes());

        requireDeadLetter(Topics.JOBS_REQUESTED, key);
        requireDeadLetter(Topics.JOBS_CANCELLED, key);
    }

    /** Given a job without a usable parent or preset, when it comes over Kafka, then it fails with a sentence. */
    @Test
    void jobsThatCannotBeDoneFail() {
        TwoLines lines = TwoLines.produce(probe, 103);
        JobRequested orphan = lines.jobs(TestPresets.TINY, io.crossline.contracts.Method.DANN).get(1);
        JobRequested unknownPreset = lines.jobs("slow", io.crossline.contracts.Method.SOURCE).get(0);

        probe.produce(Topics.JOBS_REQUESTED, orphan.key(), Json.encode(orphan));
        probe.produce(Topics.JOBS_REQUESTED, unknownPreset.key(), Json.encode(unknownPreset));

        assertThat(failure(orphan)).contains(orphan.parentModel()).contains("no job makes it");
        assertThat(failure(unknownPreset)).contains("'slow'").contains("quick, notebook");
    }

    private JsonPath post(Object request) {
        return given().contentType("application/json").body(Json.encode(request)).post("/adaptations").then()
                .statusCode(202).extract().jsonPath();
    }

    private static void awaitState(String path, String state) {
        await(path + " is " + state).atMost(PATIENCE_SECONDS, SECONDS).pollInterval(300, MILLISECONDS)
                .until(() -> given().get(path).then().extract().path("state"), state::equals);
    }

    private String failure(JobRequested job) {
        ConsumerRecord<String, byte[]> last = probe.first(Topics.TRAINING_PROGRESS,
                record -> job.jobId().toString().equals(record.key())
                        && Json.decode(record.value(), TrainingProgress.class).state().isFinal());
        TrainingProgress progress = Json.decode(last.value(), TrainingProgress.class);
        assertThat(progress.state().name()).isEqualTo("FAILED");
        return progress.message();
    }

    private void requireDeadLetter(String topic, String key) {
        ConsumerRecord<String, byte[]> record = probe.first(Topics.deadLetter(topic),
                letter -> key.equals(letter.key()));
        assertThat(CloudEventHeaders.value(record.headers(), "dead-letter-reason")).isPresent();
    }

    private ModelManifest manifest(String version) {
        ConsumerRecord<String, byte[]> model = probe.first(Topics.MODELS_TRAINED,
                record -> version.equals(record.key()));
        return Json.decode(model.headers().lastHeader(CloudEventHeaders.MANIFEST).value(), ModelManifest.class);
    }

    private void requireClassifier(String version) {
        byte[] archive = probe.first(Topics.MODELS_TRAINED, record -> version.equals(record.key())).value();
        assertThat(ModelArchive.readManifest(archive).modelVersion()).isEqualTo(version);
        try (ClassifierNetworks networks = ModelArchive.readClassifier(archive)) {
            assertThat(networks.classes()).isEqualTo(4);
        }
    }
}
