package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.evaluation.serving.Champions;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Somebody writes another archive under the version of a model that was evaluated. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SwappedArchiveIT {

    private static final int IMAGES = 16;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final String line = "line-" + UUID.randomUUID();
    private final JobRequested job = Fixtures.on(
            Fixtures.job(UUID.randomUUID(), Method.DANN, List.of(Method.DANN)), data(line), data(line));
    private final byte[] judged = archive(1);
    private final byte[] other = archive(2);

    @Inject
    ModelArchives archives;
    @Inject
    Champions champions;

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given an evaluated model, when its archive is withdrawn and another one takes its place, then it serves nothing, and everybody is told. */
    @Test
    void anArchiveThatWasNotEvaluatedIsRefusedWithBothDigests() {
        evaluate();
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), null);
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), other);

        // Then a person cannot promote it
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> promote().statusCode(409).body("detail",
                allOf(containsString(Sha256.hex(judged)), containsString(Sha256.hex(other)))));

        // And where it is champion already, it predicts nothing, and the line says why
        champions.promote(line, job.modelVersion(), "Ada", "before it was swapped");
        probe.produce(batch());
        Fixtures.allWatched(probe);
        given().get("/lines/{line}/predictions", line).then().body("", hasSize(0));
        given().get("/lines/{line}", line).then().body("servingModel", nullValue())
                .body("champion.modelVersion", equalTo(job.modelVersion()))
                .body("missing", containsString("is not the one that was evaluated"));

        // And it is accounted for once; the service goes on, but says that not all is well
        given().get("/audit?line={line}", line).then()
                .body("findAll { it.action == 'archive-refused' }", hasSize(1))
                .body("find { it.action == 'archive-refused' }.details.found", equalTo(Sha256.hex(other)));
        given().get("/q/health/well").then().statusCode(503).body("checks[0].data", equalTo(Map.of(job.modelVersion(),
                archives.refusal(job.modelVersion()).orElseThrow())));
        given().get("/q/health/ready").then().statusCode(200);

        // When the archive that was evaluated is there again, then it serves
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), null);
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), judged);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> promote().statusCode(200));
        given().get("/q/health/well").then().statusCode(200);
        given().get("/lines/{line}", line).then().body("servingModel", equalTo(job.modelVersion())).body("missing",
                nullValue());
    }

    /** Given an evaluated model, when a second archive comes under its version, then the first one counts. */
    @Test
    void aSecondArchiveOfAVersionIsIgnored() {
        evaluate();

        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), other);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/audit?line={line}", line).then()
                .body("findAll { it.action == 'archive-refused' }", hasSize(1)));
        assertThat(archives.find(job.modelVersion())).contains(judged);
        given().get("/evaluations/{model}", job.modelVersion()).then().body("archiveSha256",
                equalTo(Sha256.hex(judged)));
        promote().statusCode(200);
    }

    private void evaluate() {
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), judged);
        ModelEvaluated event = Json.decode(
                probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion())).value(),
                ModelEvaluated.class);
        assertThat(event.archiveSha256()).isEqualTo(Sha256.hex(judged));
    }

    private io.restassured.response.ValidatableResponse promote() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", job.modelVersion(), "by", "Ada", "reason", "better"))
                .put("/lines/{line}/champion", line).then();
    }

    private byte[] archive(long seed) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), seed)) {
            return ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks);
        }
    }

    private UnlabelledBatch batch() {
        return new UnlabelledBatch(new BatchOrigin(line, line + "-images", Split.TRAIN, Instant.now()),
                TwoLineImages.target(Split.TRAIN, IMAGES, IMAGES, 1).get(0).images());
    }

    private static LineData data(String line) {
        return new LineData(new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0))), null);
    }
}
