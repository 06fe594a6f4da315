package io.crossline.evaluation.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.gate.Recommendations;
import io.crossline.evaluation.scoring.Evaluation;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.monitoring.gate.GateVerdict;
import io.crossline.monitoring.gate.Recommendation;
import io.crossline.monitoring.gate.ValidatorScore;
import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.metrics.Trade;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class InspectionFiguresRestIT {

    private static final List<String> CLASSES = List.of("good", "hole");
    /** 90 of 100 good parts and 16 of 20 defects are told. */
    private static final long[][] TARGET = {{90, 10}, {4, 16}};

    @Inject
    EvaluationStore store;

    @Inject
    Recommendations recommendations;

    @Test
    void theFiguresOfALineWithAGoodClassAreReadBackWithTheirIntervals() {
        // Given
        JobRequested job = job(UUID.randomUUID(), Method.SOURCE, CLASSES);

        // When
        store.record(evaluation(job));

        // Then
        given().get("/evaluations/{version}", job.modelVersion()).then().statusCode(200)
                .body("scores[1].goodClass", equalTo("good"))
                .body("scores[1].balancedAccuracy.value.toDouble()", closeTo(0.85, 1e-6))
                .body("scores[1].escapes.value.toDouble()", closeTo(0.2, 1e-6))
                .body("scores[1].escapes.low.toDouble()", closeTo(0.0807, 1e-4))
                .body("scores[1].escapes.high.toDouble()", closeTo(0.4160, 1e-4))
                .body("scores[1].overkill.value.toDouble()", closeTo(0.1, 1e-6))
                .body("scores[1].cost.toDouble()", closeTo(14 / 120.0, 1e-6))
                .body("scores[1].trade.goodClass", equalTo("good"))
                .body("scores[1].trade.points.escapes", contains(1f, 0.25f))
                .body("scores[0].trade", nullValue());
        given().queryParam("adaptation", job.adaptationId().toString()).get("/evaluations").then().statusCode(200)
                .body("[0].scores[1].escapes.value.toDouble()", closeTo(0.2, 1e-6))
                .body("[0].scores[1].trade", nullValue());
    }

    @Test
    void theSummaryHasThemAndTheRecommendationOfAllModelsThatAreScored() {
        // Given an adaptation of two methods, known by its job, whose models are scored one after the other
        UUID adaptation = UUID.randomUUID();
        JobRequested source = job(adaptation, Method.SOURCE, CLASSES);
        JobRequested dann = job(adaptation, Method.DANN, CLASSES);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.JOBS_REQUESTED, source.key(), Json.encode(source));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> given().get("/adaptations/{id}/summary", adaptation).then().statusCode(200));
        store.record(evaluation(source));
        recommendations.save(adaptation, new Recommendations.Made(
                new Recommendation(null, null, Recommendation.NONE, List.of()), Set.of(source.modelVersion())));
        given().get("/adaptations/{id}/summary", adaptation).then().body("recommended", nullValue())
                .body("recommendation.reason", equalTo(Recommendation.NONE));

        // When another model is scored, the recommendation is no longer of all of them
        store.record(evaluation(dann));
        given().get("/adaptations/{id}/summary", adaptation).then().body("recommendation", nullValue());
        recommendations.save(adaptation, new Recommendations.Made(recommended(dann.modelVersion()),
                Set.of(source.modelVersion(), dann.modelVersion())));

        // Then
        given().get("/adaptations/{id}/summary", adaptation).then().statusCode(200)
                .body("recommended", equalTo("dann"))
                .body("recommendation.modelVersion", equalTo(dann.modelVersion()))
                .body("recommendation.comparisons", hasSize(1))
                .body("recommendation.comparisons[0].verdict.validators[0].vote", equalTo("candidate"))
                .body("rows.method", contains("source", "dann"))
                .body("rows[1].targetBalancedAccuracy.toDouble()", closeTo(0.85, 1e-6))
                .body("rows[1].targetEscapes.toDouble()", closeTo(0.2, 1e-6))
                .body("rows[1].targetEscapesInterval.high.toDouble()", closeTo(0.4160, 1e-4))
                .body("rows[1].targetOverkill.toDouble()", closeTo(0.1, 1e-6))
                .body("rows[1].targetCost.toDouble()", closeTo(14 / 120.0, 1e-6))
                .body("rows[1].sourceBalancedAccuracy", equalTo(1f));
    }

    @Test
    void digitsHaveABalancedAccuracyButNoEscapes() {
        JobRequested job = job(UUID.randomUUID(), Method.SOURCE, List.of("0", "1"));

        store.record(evaluation(job));

        given().get("/evaluations/{version}", job.modelVersion()).then().statusCode(200)
                .body("scores[1].balancedAccuracy.value.toDouble()", closeTo(0.85, 1e-6))
                .body("scores[1].goodClass", nullValue()).body("scores[1].escapes", nullValue())
                .body("scores[1].overkill", nullValue()).body("scores[1].cost", nullValue());
    }

    @Test
    void theGoodClassAndTheCostsThatPeopleSetCountAtOnce() {
        // Given a scored model of a line of digits
        String line = "line-" + UUID.randomUUID().toString().substring(0, 8);
        DataSelection images = new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0)));
        JobRequested digits = job(UUID.randomUUID(), Method.SOURCE, List.of("0", "1"));
        JobRequested job = Fixtures.on(digits, digits.source(), new LineData(images, null));
        store.record(evaluation(job));

        // When
        given().contentType(ContentType.JSON)
                .body(Map.of("goodClass", "0", "escapeCost", 20, "by", "Ada", "reason", "zeros are whole"))
                .put("/lines/{line}/settings", line).then().statusCode(200);

        // Then 20 * 0.2 * 20 / 120 + 0.1 * 100 / 120
        given().get("/evaluations/{version}", job.modelVersion()).then().statusCode(200)
                .body("scores[1].goodClass", equalTo("0"))
                .body("scores[1].escapes.value.toDouble()", closeTo(0.2, 1e-6))
                .body("scores[1].cost.toDouble()", closeTo(0.75, 1e-6));
    }

    private static Recommendation recommended(String modelVersion) {
        GateVerdict verdict = new GateVerdict(GateVerdict.Decision.ACCEPTED, "1 of 1 validators.", 400, null,
                List.of(new ValidatorScore("one", 0.5, 0.9, 0.3, 0.5, ValidatorScore.Vote.CANDIDATE)), false, false,
                false);
        return new Recommendation(modelVersion, Method.DANN, "Recommended: dann (1 of 1 validators).",
                List.of(new Recommendation.Comparison(modelVersion, Method.DANN, verdict)));
    }

    private static JobRequested job(UUID adaptation, Method method, List<String> classNames) {
        JobRequested job = Fixtures.job(adaptation, method, List.of(Method.SOURCE, Method.DANN));
        return new JobRequested(job.jobId(), adaptation, job.adaptationMethods(), method, job.preset(), job.seed(),
                job.source(), job.target(), job.shape(), classNames, job.parentModel(), job.requestedAt());
    }

    private static Evaluation evaluation(JobRequested job) {
        LineScore source = new LineScore(job.source().line(), Role.SOURCE, 30, 1.0, 0.01,
                new long[][]{{20, 0}, {0, 10}},
                classes(job), null);
        LineScore target = new LineScore(job.target().line(), Role.TARGET, 120, 106 / 120.0, 0.01, TARGET, classes(job),
                new Trade("good", List.of(new Trade.Point(0, 1, 0), new Trade.Point(0.5, 0.25, 0.125))));
        return new Evaluation(Fixtures.manifest(job), Verdict.ACCEPTED, "Scored.", Map.of(), List.of(source, target),
                null, null, Instant.now());
    }

    private static List<ClassScore> classes(JobRequested job) {
        return job.classNames().stream().map(name -> new ClassScore(name, 1.0, 1.0, 10)).toList();
    }
}
