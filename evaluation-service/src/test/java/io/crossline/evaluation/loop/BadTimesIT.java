package io.crossline.evaluation.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.DriftWatch;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.EstimatorsStandIn;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;

/** What goes wrong around the loop ends in one champion a line and an unbroken audit. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BadTimesIT {

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

        Map<Integer, List<String>> answers = Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.supplyAsync(() -> line.post("cycles", now).extract())).toList().stream()
                .map(CompletableFuture::join).collect(Collectors.groupingBy(ExtractableResponse::statusCode,
                        Collectors.mapping(answer -> answer.asString(), Collectors.toList())));

        assertThat(answers).containsOnlyKeys(202, 409);
        assertThat(answers.get(202)).hasSize(1);
        assertThat(answers.get(409)).allSatisfy(why -> assertThat(why).contains("A cycle is open on line"));
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

        String id = "'\"" + other + "\"'";
        sql("update cycle set state = 'OPENED', job = jsonb_set(jsonb_set(job, '{jobId}', " + id + "), '{modelId}', "
                + id + ") where line = '" + line.name() + "'");

        probe.first(Topics.JOBS_REQUESTED, record -> new String(record.value()).contains(other));
        awaitState("TRAINING");
        assertThat(job.jobId()).hasToString(cycles.openOf(line.name()).orElseThrow().cycleId().toString());
    }

    /** Given an open cycle whose row cannot be decoded, then it is left out and the lines are answered. */
    @Test
    void aCycleThatCannotBeDecoded() throws SQLException {
        line.captureDrift(2);
        line.job();
        awaitState("TRAINING");
        String where = " where line = '" + line.name() + "'";
        sql("create table cycle_aside as select cycle_id, job from cycle" + where);
        sql("update cycle set job = '{\"method\": \"none\"}'" + where);

        try {
            given().get("/lines").then().statusCode(200);
            line.get("").body("champion.modelVersion", equalTo(line.champion()));
            line.get("cycles").body("", hasSize(0));
            assertThat(cycles.allOpen()).noneMatch(cycle -> cycle.line().equals(line.name()));
        } finally {
            sql("update cycle set job = a.job from cycle_aside a where a.cycle_id = cycle.cycle_id");
            sql("drop table cycle_aside");
        }
        line.get("cycles").body("", hasSize(1));
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

    /** Given a promotion that somebody changed although the database refuses it, then verification names it until it is mended. */
    @Test
    void aPromotionChangedByHand() throws SQLException {
        String change = "update promotion set promoted_by = '%s' where line = '" + line.name() + "'";

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql(change.formatted("Mallory"))))
                .hasMessageContaining("promotion are only ever added");
        String past = "alter table promotion disable trigger user; %s; alter table promotion enable trigger user";
        sql(past.formatted(change.formatted("Mallory")));

        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(false))
                .body("firstBroken", notNullValue()).body("reason", containsString("of line " + line.name()))
                .body("reason", containsString("promoted_by is 'Mallory', was 'Ada'"));
        sql(past.formatted(change.formatted("Ada")));
    }

    /** Given a line whose promotions were deleted, or to which one was added, then verification says so until that is undone. */
    @Test
    void promotionsDeletedAndAddedByHand() throws SQLException {
        String past = "alter table promotion disable trigger user; %s; alter table promotion enable trigger user";
        String where = " where line = '" + line.name() + "'";
        sql("create table promotion_aside as select * from promotion" + where);

        sql(past.formatted("delete from promotion" + where));
        given().get("/audit/verification").then().body("intact", equalTo(false)).body("reason",
                containsString("made " + line.champion() + " champion of line " + line.name()))
                .body("reason", containsString("but there is no such promotion"));

        sql(past.formatted("insert into promotion overriding system value select * from promotion_aside"));
        given().get("/audit/verification").then().body("intact", equalTo(true));

        String more = "insert into promotion (line, model_version, previous_model, promoted_by, reason, promoted_at)"
                + " select line, model_version, previous_model, 'Mallory', reason, promoted_at from promotion_aside";
        sql(more);
        given().get("/audit/verification").then().body("intact", equalTo(false)).body("reason",
                containsString("No entry tells of promotion")).body("reason", containsString("Mallory"));
        sql(past.formatted("delete from promotion where promoted_by = 'Mallory'"));
        sql("drop table promotion_aside");
    }

    /** Given a cycle that is about to promote or to roll back, when a person made another champion meanwhile, then the loop's act is dropped. */
    @Test
    void aPersonWasFaster() {
        line.captureDrift(2);
        String candidate = line.publish(line.job());
        awaitState("SHADOW");
        Cycle inShadow = cycles.openOf(line.name()).orElseThrow();
        String other = line.publish(line.otherJob());
        line.put("champion", Map.of("modelVersion", other, "by", "Ada", "reason", "seen to be right")).statusCode(200);

        assertThat(cycles.promote(inShadow, 0.9, "it agreed")).isEmpty();

        line.get("cycles").body("[0].state", equalTo("CLOSED")).body("[0].outcome", equalTo("REFUSED"))
                .body("[0].detail", containsString("Ada made " + other + " champion"));
        line.get("").body("champion.modelVersion", equalTo(other)).body("champion.by", equalTo("Ada"));
        assertThat(candidate).isNotEqualTo(other);
    }

    /** Given a champion on probation, when another one is promoted past its cycle, as by a replica from before, then the loop rolls nothing back. */
    @Test
    void aRollbackThatWasDecidedAgainstAnotherChampion() throws SQLException {
        line.captureDrift(2);
        line.publish(line.job());
        awaitState("SHADOW");
        line.capture(1, 4, LoopLine::dimmed);
        awaitState("PROBATION");
        Cycle onProbation = cycles.openOf(line.name()).orElseThrow();
        String other = line.publish(line.otherJob());
        line.put("champion", Map.of("modelVersion", other, "by", "Ada", "reason", "seen to be right")).statusCode(200);
        sql("update cycle set state = 'PROBATION', outcome = null, closed_at = null where cycle_id = '"
                + onProbation.cycleId() + "'");

        assertThat(cycles.rollBack(onProbation, "estimated at 0.60, before 0.80")).isEmpty();

        line.get("cycles").body("[0].state", equalTo("CLOSED"))
                .body("[0].detail", containsString("Ada made " + other + " champion meanwhile"));
        line.get("").body("champion.modelVersion", equalTo(other));
    }

    /** Given a person who pins the champion after the loop has decided, then the loop promotes nothing. */
    @Test
    void aPersonPinnedTheChampionMeanwhile() {
        line.captureDrift(2);
        line.publish(line.job());
        awaitState("SHADOW");
        Cycle inShadow = cycles.openOf(line.name()).orElseThrow();
        line.put("loop", Map.of("pinned", true, "by", "Ada", "reason", "audit tomorrow")).statusCode(200);

        assertThat(cycles.promote(inShadow, 0.9, "it agreed")).isEmpty();

        line.get("cycles").body("[0].outcome", equalTo("REFUSED")).body("[0].detail", containsString("pinned"));
        line.get("").body("champion.modelVersion", equalTo(line.champion()));
    }

    /** Given a bad champion, when two people press roll back, then the good one before serves, and the second press is told so. */
    @Test
    void aRollbackPressedTwice() {
        String good = line.champion();
        String bad = line.publish(line.otherJob());
        line.put("champion", Map.of("modelVersion", bad, "by", "Ada", "reason", "try")).statusCode(200);
        Map<String, Object> leaveBad = Map.of("leaves", bad, "by", "Bob", "reason", "it is wrong");

        line.post("rollback", leaveBad).statusCode(200).body("modelVersion", equalTo(good));
        line.post("rollback", leaveBad).statusCode(409).body("field", equalTo("leaves"))
                .body("detail", containsString(good + " serves line " + line.name() + " by now"));

        line.get("").body("champion.modelVersion", equalTo(good));
        line.post("rollback", Map.of("by", "Bob", "reason", "it is wrong")).statusCode(400)
                .body("violations[0].field", containsString("leaves"));
    }

    /** Given people and the loop that change a line at the same time, then none of them waits for the other for ever. */
    @Test
    void peopleAndTheLoopAtOnce() {
        line.captureDrift(2);
        String candidate = line.publish(line.job());
        awaitState("SHADOW");
        line.capture(1, 4, LoopLine::dimmed);
        awaitState("PROBATION");
        Cycle cycle = cycles.openOf(line.name()).orElseThrow();

        List<CompletableFuture<Integer>> asked = Stream.of(line.champion(), candidate, line.champion(), candidate)
                .map(model -> CompletableFuture.supplyAsync(() -> line
                        .put("champion", Map.of("modelVersion", model, "by", "Ada", "reason", "try")).extract()
                        .statusCode()))
                .toList();
        cycles.rollBack(cycle, "estimated at 0.60, before 0.80");

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(cycles.openOf(line.name())).isEmpty();
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
