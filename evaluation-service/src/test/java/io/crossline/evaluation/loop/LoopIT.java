package io.crossline.evaluation.loop;

import static io.crossline.evaluation.loop.LoopLine.AS_TRAINED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.gate.Gate;
import io.crossline.evaluation.gate.GateStandIn;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.EstimatorsStandIn;
import io.crossline.evaluation.store.AccuracyStore;
import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TinyBackbone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** A line from drift to a new champion, and what people may do about it. The gate's verdict is given. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Cycles cycles;

    @Inject
    AccuracyStore accuracies;

    @ConfigProperty(name = "crossline.backbones")
    Path backbones;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private LoopLine line;

    @BeforeEach
    void aServedLine() {
        line = new LoopLine(probe);
        gateSays(Decision.ACCEPTED);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a drifted line, when its candidate passes gate and shadow and holds, then it is champion and all is accounted for. */
    @Test
    void driftBecomesANewChampion() {
        line.served();
        Instant before = Instant.now();

        // When the light fades, then a job is asked for: the newest images, from the champion, the source still in the mix
        line.captureDrift(2);
        JobRequested job = line.job();
        assertThat(job.parentModel()).isEqualTo(line.champion());
        assertThat(job.method().id()).isEqualTo("teacher");
        assertThat(job.preset()).isEqualTo("adapt");
        assertThat(job.source().train().ranges()).isNotEmpty();
        assertThat(job.target().train().dataset()).isNull();
        assertThat(line.newestCycle("reason")).contains("darker");

        // When it is trained and the line goes on, then it serves in shadow, and then for good
        String candidate = line.publish(job);
        awaitState("SHADOW");
        line.capture(1, 4, LoopLine::dimmed);
        awaitState("PROBATION");
        ModelPromoted promoted = Json.decode(probe.first(Topics.MODELS_PROMOTED,
                record -> record.key().equals(line.name()) && new String(record.value()).contains(candidate)).value(),
                ModelPromoted.class);
        assertThat(promoted.by()).isEqualTo("loop");
        assertThat(promoted.previousModel()).isEqualTo(line.champion());
        line.capture(3, 5, LoopLine::dimmed);
        awaitState("CLOSED");

        // Then anyone can see what served when, why, and what it was trained on
        assertThat(line.newestCycle("outcome")).isEqualTo("KEPT");
        line.get("").body("servingModel", equalTo(candidate)).body("cycle", equalTo(null));
        line.get("serving").body("modelVersion", equalTo(candidate)).body("promotion.reason",
                containsString("2 of 2 validators")).body("trainedOn.target.train.line", equalTo(line.name()));
        line.get("serving?at=" + before).body("modelVersion", equalTo(line.champion()));
        line.get("windows").body("[0].scores.role", hasItem("champion"));
        given().get("/line-overview").then().statusCode(200).rootPath("find { it.line == '" + line.name() + "' }")
                .body("servingModel", equalTo(candidate)).body("loopEnabled", equalTo(true))
                .body("loopPinned", equalTo(false)).body("window.modelVersion", equalTo(candidate))
                .body("cycle.outcome", equalTo("KEPT")).body("cycle.closedAt", notNullValue());
        given().get("/audit?line={line}", line.name()).then().statusCode(200).body("action.reverse()",
                equalTo(List.of("promoted", "loop-changed", "cycle-opened", "gate-accepted", "promoted",
                        "cycle-closed")))
                .body("[1].actor", equalTo("loop"));
        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(true));
    }

    /**
     * Given a champion for dim light, when the light is as before, then the champion before is the candidate at once: nobody trains,
     * and it serves again after its time in shadow.
     */
    @Test
    void aConditionThatReturnsNeedsNoJob() {
        line.served();
        line.captureDrift(2);
        JobRequested job = line.job();
        String dim = line.publish(job);
        awaitState("SHADOW");
        line.capture(4, 4, LoopLine::dimmed);
        awaitState("CLOSED");
        assertThat(line.newestCycle("outcome")).isEqualTo("KEPT");

        line.capture(3, 5, AS_TRAINED);

        awaitState("SHADOW");
        line.get("cycles").body("[0].candidate", equalTo(line.champion())).body("[0].champion", equalTo(dim))
                .body("[0].returned", equalTo(true)).body("[0].jobId", nullValue()).body("[0].method", nullValue())
                .body("[0].detail", containsString("An earlier champion fits again"))
                .body("[1].returned", equalTo(false)).body("[1].jobId", equalTo(job.jobId().toString()));
        line.capture(1, 6, AS_TRAINED);
        awaitState("PROBATION");
        line.get("").body("champion.modelVersion", equalTo(line.champion()));
        given().get("/audit?line={line}", line.name()).then().statusCode(200)
                .body("findAll { it.action == 'gate-accepted' }.modelVersion", equalTo(List.of(line.champion(), dim)))
                .body("find { it.action == 'gate-accepted' }.details.toString()",
                        containsString("earlierChampion"));
    }

    /** Given an earlier champion that the gate refuses, when the line drifts, then a job is asked for. */
    @Test
    void anEarlierChampionThatDoesNotFitIsNoCandidate() {
        line.served();
        line.captureDrift(2);
        String dim = line.publish(line.job());
        awaitState("SHADOW");
        line.capture(4, 4, LoopLine::dimmed);
        awaitState("CLOSED");
        gateSays(Decision.REFUSED);

        line.capture(3, 5, AS_TRAINED);

        line.awaitJobs(2);
        awaitState("TRAINING");
        line.get("cycles").body("[0].champion", equalTo(dim)).body("[0].returned", equalTo(false));
    }

    /** Given an earlier champion that passes the gate, when it is estimated too low on the newest images, then a job is asked for. */
    @Test
    void anEarlierChampionThatIsEstimatedTooLowIsNoCandidate() {
        line.served();
        line.captureDrift(2);
        line.publish(line.job());
        awaitState("SHADOW");
        line.capture(4, 4, LoopLine::dimmed);
        awaitState("CLOSED");
        line.put("loop", Map.of("acceptedLoss", 0, "by", "Ada", "reason", "nothing may be lost")).statusCode(200);
        QuarkusMock.installMockForType(new EstimatorsStandIn(Map.of(line.champion(), 0.0)), Estimators.class);

        line.capture(3, 5, AS_TRAINED);

        line.awaitJobs(2);
        line.get("cycles").body("[0].returned", equalTo(false));
    }

    /** Given a champion that is estimated to be right too seldom, when nothing has drifted, then a job is asked for all the same. */
    @Test
    void aShortfallAsksForAnAdaptation() {
        line.served();
        line.capture(2, 2, AS_TRAINED);
        await().atMost(PATIENCE).untilAsserted(() -> line.get("windows").body("", hasSize(2)));
        assertThat(accuracies.measured(line.champion()).orElseThrow()).isCloseTo(line.evaluatedAccuracy(),
                within(1e-6));
        assertThat(accuracies.estimates(line.name(), line.champion(), 9)).hasSize(2).first(DOUBLE)
                .isCloseTo(line.get("windows").extract().jsonPath().getDouble("[0].estimate.accuracy"), within(1e-6));
        line.get("cycles").body("", hasSize(0));

        QuarkusMock.installMockForType(estimated(line.champion(), 0.97, 0.85), AccuracyStore.class);
        line.put("loop", Map.of("acceptedLoss", 0.1, "by", "Ada", "reason", "ours is a line for good parts"))
                .statusCode(200).body("acceptedLoss", equalTo(0.1f));
        line.capture(2, 3, AS_TRAINED);

        JobRequested job = line.job();
        assertThat(job.parentModel()).isEqualTo(line.champion());
        line.get("cycles").body("[0].trigger", equalTo("estimate")).body("[0].by", equalTo("loop"))
                .body("[0].reason", containsString("at most 85 % of the images"));
    }

    private static AccuracyStore estimated(String model, double measured, double estimate) {
        return new AccuracyStore(null) {
            @Override
            public OptionalDouble measured(String modelVersion) {
                return model.equals(modelVersion) ? OptionalDouble.of(measured) : OptionalDouble.empty();
            }

            @Override
            public List<Double> estimates(String line, String modelVersion, int windows) {
                return Collections.nCopies(windows, estimate);
            }
        };
    }

    @Test
    void aRefusedCandidateNeverServes() {
        line.served();
        gateSays(Decision.REFUSED);
        line.captureDrift(2);

        line.publish(line.job());

        awaitState("CLOSED");
        assertThat(line.newestCycle("outcome")).isEqualTo("REFUSED");
        line.get("cycles").body("[0].gate.verdict", equalTo("REFUSED"))
                .body("[0].gate.validators[0].vote", equalTo("champion")).body("[0].method", equalTo("teacher"))
                .body("[0].labels", equalTo(0)).body("[0].jobId", notNullValue());
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a new champion on probation, when the model before is estimated better on the same images, then that serves again. */
    @Test
    void aFallingEstimateRollsBack() {
        line.served();
        line.captureDrift(2);
        String candidate = line.publish(line.job());
        awaitState("SHADOW");
        QuarkusMock.installMockForType(new EstimatorsStandIn(Map.of(candidate, 0.7, line.champion(), 0.9)),
                Estimators.class);

        line.capture(3, 4, LoopLine::dimmed);

        String cycle = "find { it.candidate == '" + candidate + "' }.";
        await().atMost(PATIENCE).untilAsserted(() -> line.get("cycles").body(cycle + "outcome", equalTo("ROLLED_BACK"))
                .body(cycle + "detail",
                        containsString("estimated at 0.700, that of " + line.champion() + " at 0.900")));
        line.get("promotions").body("[0].modelVersion", equalTo(line.champion())).body("[0].by", equalTo("loop"))
                .body("[1].modelVersion", equalTo(candidate));
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a model that the loop rolled back, when a person rolls back once more, then that model serves again. */
    @Test
    void aPersonRollsBackToo() {
        line.served();
        line.captureDrift(2);
        String candidate = line.publish(line.job());
        awaitState("SHADOW");
        line.capture(1, 4, LoopLine::dimmed);
        awaitState("PROBATION");

        cycles.rollBack(cycles.openOf(line.name()).orElseThrow(), "estimated at 0.60, before 0.80");

        assertThat(line.newestCycle("outcome")).isEqualTo("ROLLED_BACK");
        line.get("promotions").body("[0].modelVersion", equalTo(line.champion())).body("[0].by", equalTo("loop"));
        line.post("rollback", Map.of("leaves", line.champion(), "by", "Ada", "reason", "no, that was right"))
                .statusCode(200).body("modelVersion", equalTo(candidate))
                .body("previousModel", equalTo(line.champion()));
    }

    @Test
    void nothingToRollBackToIsAConflict() {
        line.served();

        line.post("rollback", Map.of("leaves", line.champion(), "by", "Ada", "reason", "try")).statusCode(409)
                .body("detail", containsString("no champion before"));
        line.post("rollback", Map.of("leaves", line.champion(), "reason", "try")).statusCode(400);
    }

    /** Given a pinned or switched-off line, when it drifts, then nothing is asked for; a person may ask all the same. */
    @Test
    void peopleDecideWhetherTheLoopRuns() {
        line.served();
        line.put("loop", Map.of("enabled", false, "by", "Ada", "reason", "maintenance")).statusCode(200)
                .body("enabled", equalTo(false)).body("pinned", equalTo(false)).body("by", equalTo("Ada"));

        line.captureDrift(2);
        await().atMost(PATIENCE).untilAsserted(() -> line.get("windows").body("[0].confirmed", equalTo(true)));
        line.get("cycles").body("", hasSize(0));

        line.put("settings", Map.of("expectedMix", "ring>=0.9", "by", "Ada", "reason", "counted")).statusCode(200);
        line.post("cycles", Map.of("by", "Ada", "reason", "now", "useLabels", false)).statusCode(202)
                .body("trigger", equalTo("person")).body("champion", equalTo(line.champion()))
                .body("candidate", notNullValue());
        line.post("cycles", Map.of("by", "Ada", "reason", "again", "useLabels", false)).statusCode(409)
                .body("detail", containsString("A cycle is open"));
        assertThat(line.job().parentModel()).isEqualTo(line.champion());
        assertThat(line.job().expectedMix()).isEqualTo(ExpectedMix.parse("ring>=0.9"));
    }

    /**
     * Given a backbone that the champion does not stand on, and a line whose parts may not be turned, when a cycle opens, then a source
     * classifier on the backbone is asked for, and the candidate's job starts from it.
     */
    @Test
    void aBackboneOfTheLineTakesASourceClassifierFirst() throws IOException {
        TinyBackbone.write(Files.createDirectories(backbones), 1);
        String sha256 = Sha256.hex(TinyBackbone.onnx(1));
        line.served();
        line.capture(1, 2, AS_TRAINED);
        await().atMost(PATIENCE).untilAsserted(() -> line.get("windows").body("", hasSize(1)));
        line.put("settings",
                Map.of("turns", false, "backbone", "tiny.onnx", "by", "Ada", "reason", "fine scratches across"))
                .statusCode(200);

        line.post("cycles", Map.of("by", "Ada", "reason", "now", "useLabels", false)).statusCode(202);

        List<JobRequested> jobs = line.awaitJobs(2);
        assertThat(jobs).extracting(JobRequested::method).containsExactly(Method.SOURCE, Method.TEACHER);
        assertThat(jobs).allSatisfy(job -> {
            assertThat(job.backbone()).isEqualTo(sha256);
            assertThat(job.turns()).isFalse();
        });
        assertThat(jobs.get(1).parentModel()).isEqualTo(jobs.get(0).modelVersion());
        line.get("cycles").body("[0].candidate", equalTo(jobs.get(1).modelVersion()));
        line.publish(jobs.get(0));
        line.get("cycles").body("[0].state", equalTo("TRAINING"));
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    @Test
    void aPersonsPromotionEndsTheCycle() {
        line.served();
        line.captureDrift(2);
        JobRequested job = line.job();

        line.put("champion", Map.of("modelVersion", line.champion(), "by", "Ada", "reason", "stays")).statusCode(200);

        awaitState("CLOSED");
        assertThat(line.newestCycle("outcome")).isEqualTo("REFUSED");
        line.publish(job);
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    @Test
    void comparedModelsAreScoredBesideTheChampion() {
        line.served();
        LoopLine other = new LoopLine(probe).served();
        line.put("compared", Map.of("models", List.of(other.champion()), "by", "Ada", "reason", "see")).statusCode(200)
                .body("", equalTo(List.of(other.champion())));
        line.put("compared", Map.of("models", List.of("none-1"), "by", "Ada", "reason", "see")).statusCode(404);

        await().atMost(PATIENCE).untilAsserted(() -> {
            line.capture(1, System.nanoTime(), AS_TRAINED);
            line.get("windows").body("[0].scores.modelVersion", hasItem(other.champion()))
                    .body("[0].scores.role", equalTo(List.of("champion", "compared")));
        });
    }

    private void gateSays(Decision decision) {
        QuarkusMock.installMockForType(new GateStandIn(decision), Gate.class);
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE).until(() -> line.newestCycle("state"), state::equals);
    }
}
