package io.crossline.evaluation.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.evaluation.gate.Gate;
import io.crossline.evaluation.gate.GateStandIn;
import io.crossline.evaluation.gate.GateVerdict.Decision;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.DriftWatch;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.EstimatorsStandIn;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** What goes wrong around the loop ends in one champion a line and an unbroken audit. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BadTimesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DataSource database;

    @Inject
    Cycles cycles;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private LoopLine line;

    @BeforeEach
    void aServedLine() {
        QuarkusMock.installMockForType(new GateStandIn(Decision.ACCEPTED), Gate.class);
        QuarkusMock.installMockForType(new EstimatorsStandIn(Map.of()), Estimators.class);
        line = new LoopLine(probe).served();
    }

    @AfterEach
    void oneChampionAndAnUnbrokenAudit() {
        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(true));
        line.get("").body("champion.modelVersion", equalTo(line.<String>path("servingModel")));
        probe.close();
    }

    /** Given a cycle whose job runs, when the line drifts again, then the first cycle stays the only one. */
    @Test
    void driftWhileAJobRuns() {
        line.captureDrift(2);
        JobRequested job = line.job();

        line.captureDrift(3);

        await().atMost(PATIENCE).untilAsserted(() -> line.get("windows").body("findAll { it.drifted }.size()",
                greaterThanOrEqualTo(5)));
        line.get("cycles").body("", hasSize(1)).body("[0].candidate", equalTo(job.modelVersion()));
    }

    @Test
    void twoAlarmsAtOnceOpenOneCycle() {
        Map<String, Object> now = Map.of("by", "Ada", "reason", "now", "useLabels", false);
        line.put("loop", Map.of("enabled", false, "by", "Ada", "reason", "test")).statusCode(200);
        line.capture(1, 2, LoopLine.AS_TRAINED);
        await().atMost(PATIENCE).untilAsserted(() -> line.get("predictions").body("size()",
                greaterThanOrEqualTo(2)));

        long opened = Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.supplyAsync(() -> line.post("cycles", now).extract().statusCode())).toList()
                .stream().map(CompletableFuture::join).filter(status -> status == 202).count();

        assertThat(opened).isEqualTo(1);
        line.get("cycles").body("", hasSize(1));
    }

    /** Given a job that fails, as one whose trainer was killed too often does, then the champion stays and the cycle says why. */
    @Test
    void aTrainerKilledForGood() {
        line.captureDrift(2);
        JobRequested job = line.job();

        probe.produce(Topics.TRAINING_PROGRESS, job.jobId().toString(), Json.encode(failed(job)));
        probe.produce(Topics.TRAINING_PROGRESS, job.jobId().toString(), Json.encode(failed(job)));

        assertFailed(job, "is there enough");
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a model that cannot be evaluated, then its cycle does not wait for it, and the champion stays. */
    @Test
    void aCandidateThatCannotBeRead() {
        line.captureDrift(2);

        JobRequested job = line.job();
        line.publishDamaged(job);

        assertFailed(job, "could not be evaluated");
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a candidate in shadow, when the service starts anew, then its time in shadow begins anew and ends in a promotion. */
    @Test
    void evaluationRestartedBetweenGateAndPromotion() {
        line.captureDrift(2);
        String candidate = line.publish(line.job());
        awaitState("SHADOW");
        line.capture(1, 4, LoopLine::dimmed);
        forgetAllButTheDatabase();

        line.capture(2, 5, LoopLine::dimmed);

        await().atMost(PATIENCE).untilAsserted(() -> line.get("").body("servingModel", equalTo(candidate)));
        line.get("promotions").body("findAll { it.modelVersion == '" + candidate + "' }", hasSize(1));
    }

    /** Given a model that is delivered again, when its cycle went on, then nothing happens twice. */
    @Test
    void aModelDeliveredTwice() {
        line.captureDrift(2);
        JobRequested job = line.job();
        line.publish(job);
        awaitState("SHADOW");

        line.publish(job);
        line.capture(1, 4, LoopLine::dimmed);

        awaitState("PROBATION");
        given().get("/audit?line={line}", line.name()).then().body("findAll { it.action == 'gate-accepted' }",
                hasSize(1));
    }

    /** Given a candidate in shadow, when the line goes silent for too long, then the cycle ends and the champion stays. */
    @Test
    void aLineThatGoesSilent() throws SQLException {
        line.captureDrift(2);
        line.publish(line.job());
        awaitState("SHADOW");

        sql("update cycle set changed_at = now() - interval '2 days' where line = '" + line.name() + "'");

        awaitState("CLOSED");
        line.get("cycles").body("[0].outcome", equalTo("EXPIRED")).body("[0].detail", containsString("silent"));
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a cycle whose job was never sent, as when the service ended in between, then the job is asked for later. */
    @Test
    void aJobThatWasNeverSent() throws SQLException {
        line.captureDrift(2);
        JobRequested job = line.job();
        String other = UUID.randomUUID().toString();
        await().atMost(PATIENCE).until(() -> line.newestCycle("state"), "TRAINING"::equals);

        sql("update cycle set state = 'OPENED', job = jsonb_set(job, '{jobId}', '\"" + other + "\"') where line = '"
                + line.name() + "'");

        probe.first(Topics.JOBS_REQUESTED, record -> new String(record.value()).contains(other));
        awaitState("TRAINING");
        assertThat(job.jobId()).hasToString(cycles.openOf(line.name()).orElseThrow().cycleId().toString());
    }

    /** Given a window of one class only, then the changed mix is told and nothing is asked for. */
    @Test
    void aWindowOfOneClassOnly() {
        line.captureOneClass(3, 2);

        await().atMost(PATIENCE).untilAsserted(() -> line.get("windows")
                .body("findAll { it.classMixChanged }", hasSize(3)));
        line.get("cycles").body("", hasSize(0));
        line.get("").body("servingModel", equalTo(line.champion()));
    }

    /** Given a row that somebody changed although the database refuses it, then verification names it until it is mended. */
    @Test
    void anAuditRowChangedByHand() throws SQLException {
        long sequence = given().get("/audit?line={line}&limit=1", line.name()).then().extract()
                .<Integer>path("[0].sequence");
        String change = "update audit_entry set actor = '%s' where sequence = " + sequence;

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql(change.formatted("Mallory"))))
                .hasMessageContaining("only ever added to");
        String past = "alter table audit_entry disable trigger all; %s; alter table audit_entry enable trigger all";
        sql(past.formatted(change.formatted("Mallory")));

        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(false))
                .body("firstBroken", equalTo((int) sequence)).body("reason", containsString("was changed"));
        sql(past.formatted(change.formatted("Ada")));
    }

    private static void forgetAllButTheDatabase() {
        for (Class<?> type : new Class<?>[]{Loop.class, DriftWatch.class, Companions.class, ServingModels.class}) {
            Arc.container().instance(type).destroy();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }

    private static TrainingProgress failed(JobRequested job) {
        return new TrainingProgress(job.jobId(), job.adaptationId(), job.method(), job.source().line(),
                job.target().line(), JobState.FAILED, "train", 0, 1, false, 0.1, Map.of(), Map.of(), 0, 3, null,
                "The job was begun 3 times and each time this service died; is there enough memory?", null,
                Instant.now());
    }

    /** The line still drifts: a window that comes after the cycle's end opens another one. */
    private void assertFailed(JobRequested job, String detail) {
        String cycle = "find { it.jobId == '" + job.jobId() + "' }.";
        await().atMost(PATIENCE)
                .untilAsserted(() -> line.get("cycles").body(cycle + "state", equalTo("CLOSED")));
        line.get("cycles").body(cycle + "outcome", equalTo("FAILED")).body(cycle + "detail", containsString(detail));
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE).until(() -> line.newestCycle("state"), state::equals);
    }
}
