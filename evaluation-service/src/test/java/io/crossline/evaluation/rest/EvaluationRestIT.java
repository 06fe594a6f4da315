package io.crossline.evaluation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
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

import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.scoring.Evaluation;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.projection.Point;
import io.crossline.monitoring.projection.Projection;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class EvaluationRestIT {

    @Inject
    EvaluationStore store;

    @Test
    void anEvaluationIsRecordedOnceAndReadBack() {
        // Given
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE));
        ModelManifest model = Fixtures.manifest(job);
        assertThat(store.record(evaluation(model, 0.75, null))).isTrue();

        // When
        boolean again = store.record(evaluation(model, 0.1, 0.1));

        // Then
        assertThat(again).isFalse();
        given().get("/evaluations/{version}", model.modelVersion()).then().statusCode(200)
                .body("kind", equalTo("CLASSIFIER")).body("method", equalTo("source"))
                .body("verdict", equalTo("ACCEPTED"))
                .body("scores", hasSize(2))
                .body("scores[0].role", equalTo("source")).body("scores[0].accuracy", equalTo(0.75f))
                .body("scores[0].confusion", equalTo(List.of(List.of(3, 1), List.of(0, 0))))
                .body("scores[0].classes[0].className", equalTo("a"))
                .body("scores[0].classes[1].recall", nullValue())
                .body("scores[1].role", equalTo("target")).body("scores[1].accuracy", nullValue())
                .body("scores[1].confusion", hasSize(0));
        given().queryParam("adaptation", job.adaptationId().toString()).get("/evaluations").then().statusCode(200)
                .body("modelVersion", contains(model.modelVersion()));
        given().get("/evaluations/{version}/projection", model.modelVersion()).then().statusCode(200)
                .body("before.modelVersion", equalTo(model.modelVersion()))
                .body("after.points[1].line", equalTo("target")).body("after.points[1].label", nullValue())
                .body("after.points[0].x", equalTo(1.5f));
    }

    @Test
    void theSummaryComparesTheMethodsThatWereAskedFor() {
        // Given a job that came over Kafka, delivered twice
        UUID adaptation = UUID.randomUUID();
        List<Method> asked = List.of(Method.CORAL, Method.SOURCE, Method.DANN);
        JobRequested source = Fixtures.job(adaptation, Method.SOURCE, asked);
        JobRequested coral = Fixtures.job(adaptation, Method.CORAL, asked);
        JobRequested dann = Fixtures.job(adaptation, Method.DANN, asked);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.JOBS_REQUESTED, source.key(), Json.encode(source));
            probe.produce(Topics.JOBS_REQUESTED, coral.key(), Json.encode(coral));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> given().get("/adaptations/{id}/summary", adaptation).then().statusCode(200)
                        .body("complete", equalTo(false)).body("rows", hasSize(0)));

        // When
        store.record(evaluation(Fixtures.manifest(coral), 0.96, 0.9));
        store.record(evaluation(Fixtures.manifest(source), 0.98, 0.7));
        given().get("/adaptations/{id}/summary", adaptation).then().body("complete", equalTo(false));
        store.record(evaluation(Fixtures.manifest(dann), 0.97, 0.85));

        // Then
        given().get("/adaptations/{id}/summary", adaptation).then().statusCode(200)
                .body("complete", equalTo(true))
                .body("source", equalTo("fixture-source-images")).body("backend", equalTo("cpu"))
                .body("rows.method", contains("source", "dann", "coral"))
                .body("rows[0].improvement", equalTo(0f))
                .body("rows[1].improvement.toDouble()", closeTo(0.15, 1e-6))
                .body("rows[2].modelVersion", equalTo(coral.modelVersion()))
                .body("rows[2].trainSeconds", equalTo(12.5f)).body("rows[2].imagesPerSecond", equalTo(345f));
        given().get("/adaptations").then().statusCode(200)
                .body("findAll { it.adaptationId == '" + adaptation + "' }", hasSize(1));
    }

    @Test
    void aReplayIsNoAdaptation() {
        // Given a replay, and after it a job of the same pair
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.CORAL, List.of(Method.CORAL));
        UUID replays = UUID.randomUUID();
        JobRequested replay = new JobRequested(UUID.randomUUID(), replays, job.adaptationMethods(), job.method(),
                job.preset(), job.seed(), job.source(), job.target(), job.shape(), job.classNames(), job.parentModel(),
                job.targetLabels(), job.expectedMix(), job.modelVersion(), job.requestedAt());

        // When both come over Kafka
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.JOBS_REQUESTED, replay.key(), Json.encode(replay));
            probe.produce(Topics.JOBS_REQUESTED, job.key(), Json.encode(job));
        }

        // Then only the job's adaptation is known
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given()
                .get("/adaptations/{id}/summary", job.adaptationId()).then().statusCode(200));
        given().get("/adaptations/{id}/summary", replays).then().statusCode(404);
    }

    @Test
    void aSourceModelThatNobodyAskedForIsTheBaselineButNoRow() {
        UUID adaptation = UUID.randomUUID();
        JobRequested source = Fixtures.job(adaptation, Method.SOURCE, List.of(Method.DANN));
        JobRequested dann = Fixtures.job(adaptation, Method.DANN, List.of(Method.DANN));
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.JOBS_REQUESTED, source.key(), Json.encode(source));
        }
        store.record(evaluation(Fixtures.manifest(source), 0.98, 0.7));
        store.record(evaluation(Fixtures.manifest(dann), 0.97, 0.8));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> given().get("/adaptations/{id}/summary", adaptation).then().statusCode(200)
                        .body("complete", equalTo(true)).body("rows.method", contains("dann"))
                        .body("rows[0].improvement.toDouble()", closeTo(0.1, 1e-6)));
    }

    @Test
    void problemsNameTheFieldAtFault() {
        given().get("/evaluations/dann-none").then().statusCode(404)
                .contentType("application/problem+json").body("field", equalTo("modelVersion"))
                .body("detail", containsString("'dann-none'"));
        UUID unknown = UUID.randomUUID();
        given().get("/adaptations/{id}/summary", unknown).then().statusCode(404)
                .body("detail", containsString(unknown.toString()));
        given().queryParam("adaptation", "7").get("/evaluations").then().statusCode(400)
                .body("field", equalTo("adaptation"));
        given().queryParam("limit", "0").get("/evaluations").then().statusCode(400)
                .body("violations[0].field", equalTo("limit"));
    }

    @Test
    void theInterfaceIsDescribedAndReady() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/adaptations/{adaptationId}/summary"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static Evaluation evaluation(ModelManifest model, double sourceAccuracy, Double targetAccuracy) {
        LineScore source = new LineScore(model.source().line(), Role.SOURCE, 4, sourceAccuracy, 0.05,
                new long[][]{{3, 1}, {0, 0}},
                List.of(new ClassScore("a", 1.0, 0.75, 4), new ClassScore("b", 0.0, null, 0)), null);
        LineScore target = new LineScore(model.target().line(), Role.TARGET, 2, targetAccuracy, null, new long[0][],
                List.of(), null);
        Projection points = new Projection(model.modelVersion(),
                List.of(new Point(1.5, -2, 0, Role.SOURCE), new Point(0, 0, null, Role.TARGET)));
        return new Evaluation(model, Verdict.ACCEPTED, "Scored on 4 source images.", Map.of(),
                List.of(source, target), points, points, Instant.now());
    }
}
