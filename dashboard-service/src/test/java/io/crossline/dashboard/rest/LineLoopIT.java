package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.Method;
import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeService.Answer;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.LoopSamples;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A line's loop passes through: what evaluation-service says, with its status, and what a person asks of it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LineLoopIT {

    private static final String LINE = "/api/serving/" + Samples.TARGET;
    private static final String THERE = "/lines/" + Samples.TARGET;
    private static final String REQUEST = "{\"by\":\"Ada\",\"reason\":\"the lamp is new\"}";

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void thePageOfALineIsServedWithItsOwnScriptsOnly() {
        String page = when().get("/line.html").then().statusCode(200).contentType("text/html").extract().asString();

        assertThat(page).contains("id=\"labelling\"").doesNotContain("https://");
    }

    @Test
    void aLineComesWithItsLoopAndItsOpenCycle() {
        when().get(LINE).then().statusCode(200).body("servingModel", equalTo(Samples.modelVersion(Method.DANN)))
                .body("loop.enabled", equalTo(true)).body("cycle.cycleId", equalTo(LoopSamples.CYCLE.toString()))
                .body("compared", hasSize(2));
    }

    @Test
    void aLineThatNoModelServesIsALineStill() {
        Scenario.RUNNING.play(FakeServices.current());

        when().get(LINE).then().statusCode(200).body("servingModel", nullValue()).body("cycle", nullValue());
        when().get(LINE + "/windows").then().statusCode(200).body("$", hasSize(0));
    }

    @Test
    void whatPeopleAndImagesSayOfTheMixIsPassedOn() {
        when().get(LINE + "/settings").then().statusCode(200).body("expectedMix", equalTo("good>=0.9"))
                .body("escapeCost", equalTo(20f)).body("classNames", hasSize(2));
        when().get(LINE + "/mix").then().statusCode(200).body("conflict", equalTo(true)).body("summary",
                containsString("One of the two is wrong."));
    }

    @Test
    void windowsAndCyclesComeNewestFirstUpToALimit() {
        when().get(LINE + "/windows?limit=40").then().statusCode(200).body("$", hasSize(40)).body("[0].scores",
                hasSize(3));
        when().get(LINE + "/cycles").then().statusCode(200).body("[0].outcome", nullValue()).body("[1].gate.validators",
                hasSize(4));

        assertThat(evaluation.requests()).contains("GET " + THERE + "/windows?limit=40",
                "GET " + THERE + "/cycles?limit=50");
    }

    @Test
    void whatServedAtAnInstantIsAskedForThatInstant() {
        when().get(LINE + "/served?at=2026-11-24T14:02:00Z").then().statusCode(200).body("promotion.by",
                equalTo("Ada"));

        assertThat(evaluation.requests()).anySatisfy(request -> assertThat(request)
                .startsWith("GET " + THERE + "/serving?at=2026-11-24T14").contains("02").endsWith("00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"then", "now"})
    void examplesArePicturesThatNoBrowserKeeps(String which) {
        byte[] sheet = when().get(LINE + "/examples/" + which).then().statusCode(200).contentType("image/png")
                .header("Cache-Control", containsString("no-store")).extract().asByteArray();

        assertThat(sheet).startsWith(0x89, 'P', 'N', 'G');
    }

    @ParameterizedTest
    @CsvSource({"PUT, champion, 200", "POST, rollback, 200", "PUT, loop, 200", "PUT, settings, 200",
            "PUT, compared, 200",
            "POST, cycles, 202"})
    void anActionIsPassedOnWithItsAnswer(String method, String path, int status) {
        // Given a service that does it
        evaluation.on(method + " " + THERE + "/" + path, () -> Answer.json(status, LoopSamples.promotion()));

        // When the page asks
        given().contentType("application/json").body(REQUEST).request(method, LINE + "/" + path).then()
                .statusCode(status).body("reason", equalTo("steadier in bad light"));

        // Then the service was asked the same
        assertThat(evaluation.sent()).containsExactly(method + " " + THERE + "/" + path + " " + REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"PUT, champion", "POST, rollback", "PUT, loop", "PUT, settings", "PUT, compared", "POST, cycles"})
    void aRefusedActionSaysWhyInTheServicesWords(String method, String path) {
        evaluation.on(method + " " + THERE + "/" + path, () -> Answer.problem(409, "The champion is pinned."));

        given().contentType("application/json").body(REQUEST).request(method, LINE + "/" + path).then().statusCode(409)
                .contentType("application/problem+json").body("detail", equalTo("The champion is pinned."))
                .body("service", equalTo("evaluation"));
    }

    @Test
    void aFieldAtFaultIsNamed() {
        evaluation.on("PUT " + THERE + "/loop",
                () -> Answer.json(400, java.util.Map.of("title", "Bad Request", "violations", java.util.List
                        .of(java.util.Map.of("field", "change.request.by", "message", "must not be blank")))));

        given().contentType("application/json").body("{}").put(LINE + "/loop").then().statusCode(400).body("detail",
                equalTo("by must not be blank."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/settings", "/mix", "/windows", "/cycles", "/served", "/examples/then",
            "/examples/now"})
    void aServiceThatIsDownIsAProblem(String path) {
        evaluation.goDown();

        when().get(LINE + path).then().statusCode(503).contentType("application/problem+json").body("detail",
                containsString("evaluation-service does not answer at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/windows", "/cycles", "/served", "/examples/then", "/examples/now"})
    void anUnknownLineIsNotThere(String path) {
        when().get("/api/serving/nowhere" + path).then().statusCode(404).contentType("application/problem+json")
                .body("detail", containsString("There is no"));
    }

    @Test
    void aNameOrALimitThatCannotBeOneIsRefusedWithTheFieldAtFault() {
        when().get("/api/serving/a%20b/windows").then().statusCode(400).body("violations[0].field",
                containsString("line"));
        when().get(LINE + "/windows?limit=0").then().statusCode(400).body("violations[0].field",
                containsString("limit"));
        when().get(LINE + "/examples/now?count=65").then().statusCode(400).body("violations[0].field",
                containsString("count"));
    }

    @Test
    void aPageOfAnotherOriginMayNotChangeTheLoop() {
        given().header("Origin", "http://elsewhere.example").contentType("application/json").body(REQUEST).when()
                .put(LINE + "/loop").then().statusCode(403);

        assertThat(evaluation.sent()).isEmpty();
    }

    @Test
    void aReportOfAPeriodIsATable() {
        String report = when().get(LINE + "/report.csv").then().statusCode(200).contentType("text/csv")
                .header("Content-Disposition", containsString(Samples.TARGET + ".csv")).extract().asString();
        assertThat(report.lines()).hasSize(42).anyMatch(row -> row.startsWith("promotion,"));

        when().get(LINE + "/report.csv?to=2020-01-01T00:00:00Z").then().statusCode(200).body(startsWith("kind,at,"));
        when().get(LINE + "/report.csv?from=yesterday").then().statusCode(400).body("detail",
                equalTo("from is 'yesterday': expected a time in UTC such as 2026-11-24T14:00:00Z."));
    }

    @Test
    void theOpenCyclesJobComesFromTraining() {
        when().get("/api/jobs/" + LoopSamples.JOB).then().statusCode(200).body("fraction", equalTo(0.41f));
        when().get("/api/jobs/" + LoopSamples.CYCLE).then().statusCode(404).body("service", equalTo("training"));
    }

    @Test
    void modelsToPromoteComeFromTheNewestEvaluations() {
        when().get("/api/evaluations?limit=5").then().statusCode(200).body("$", hasSize(4));

        assertThat(evaluation.requests()).contains("GET /evaluations?limit=5");
    }
}
