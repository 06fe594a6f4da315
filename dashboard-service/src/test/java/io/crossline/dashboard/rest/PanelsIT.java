package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.Method;
import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.LineSamples;
import io.crossline.dashboard.stub.LoopSamples;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the page fetches, with all services up and with one that is not. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class PanelsIT {

    private final FakeServices services = FakeServices.current();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(services);
    }

    @Test
    void thePageIsServedWithItsOwnScriptsOnly() {
        String page = when().get("/").then().statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'")).extract().asString();
        assertThat(page).contains("<h1>Crossline</h1>").doesNotContain("https://");
    }

    @Test
    void theOverviewShowsServicesLinesAndAdaptations() {
        when().get("/api/overview").then().statusCode(200).body("services", hasSize(4))
                .body("services.state", hasItem("UP")).body("lines.state", equalTo("ready"))
                .body("lines.data.line", hasItem(Samples.TARGET))
                .body("adaptations.data[0].adaptationId", equalTo(Samples.ADAPTATION.toString()));
    }

    @Test
    void aServiceThatIsDownTakesOnlyItsOwnPanelAlong() {
        services.ingest().goDown();

        when().get("/api/overview").then().statusCode(200)
                .body("services.find { it.service == 'ingest' }.state", equalTo("DOWN"))
                .body("lines.state", equalTo("unavailable"))
                .body("lines.message", containsString("ingest-service does not answer at http://localhost:"))
                .body("lines.data", nullValue()).body("adaptations.state", equalTo("ready"));
    }

    @Test
    void aServiceThatFailsSaysWhy() {
        services.evaluation().on("/adaptations/" + Samples.ADAPTATION + "/summary",
                () -> FakeService.Answer.problem(500, "The database is full."));

        when().get("/api/adaptations/" + Samples.ADAPTATION).then().statusCode(200)
                .body("summary.state", equalTo("unavailable"))
                .body("summary.message", containsString("The database is full."))
                .body("jobs.state", equalTo("ready")).body("jobs.data", hasSize(4))
                .body("evaluations.data", hasSize(4)).body("generators.data", hasSize(1));
    }

    @Test
    void finishedAdaptationsComeFromTheEvaluationsWhileTrainingIsDown() {
        services.training().goDown();
        services.evaluation().json("/adaptations", () -> java.util.List.of(Samples.summary(java.util.List.of())));

        when().get("/api/adaptations").then().statusCode(200).body("state", equalTo("ready"))
                .body("data[0].adaptationId", equalTo(Samples.ADAPTATION.toString()));
    }

    @Test
    void documentsAndImagesPassThrough() {
        String dann = Samples.modelVersion(Method.DANN);
        when().get("/api/evaluations/" + dann).then().statusCode(200).body("scores", hasSize(2))
                .body("scores[1].trade.points", hasSize(101));
        when().get("/api/adaptations/" + Samples.ADAPTATION).then().statusCode(200)
                .body("summary.data.recommended", equalTo("dann"))
                .body("summary.data.recommendation.comparisons", hasSize(3));
        when().get("/api/evaluations/" + dann + "/projection").then().statusCode(200)
                .body("before.points.size()", equalTo(720));
        when().get("/api/generators/" + Samples.generatorVersion() + "/gallery").then().statusCode(200)
                .body("columns", hasSize(Samples.CLASSES.size()));

        byte[] sheet = when().get("/api/lines/" + Samples.SOURCE + "/preview").then().statusCode(200)
                .contentType("image/png").header("Cache-Control", containsString("no-store")).extract().asByteArray();
        assertThat(sheet).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whatIsNotThereIsAProblemWithTheServicesWords() {
        when().get("/api/generators/generator-00000000/gallery").then().statusCode(404)
                .contentType("application/problem+json").body("service", equalTo("translation"))
                .body("detail", containsString("There is no"));
    }

    @Test
    void aServiceThatIsDownIsAProblemForASingleDocument() {
        services.translation().goDown();

        when().get("/api/generators/" + Samples.generatorVersion() + "/gallery").then().statusCode(503)
                .contentType("application/problem+json").body("service", equalTo("translation"));
    }

    @Test
    void aNameThatCannotBeOneIsRefusedWithTheFieldAtFault() {
        when().get("/api/lines/a%20b/preview").then().statusCode(400).contentType("application/problem+json")
                .body("violations[0].field", containsString("line"));
        when().get("/api/lines/a/preview?count=1000").then().statusCode(400)
                .body("violations[0].field", containsString("count"));
    }

    @Test
    void anAdaptationIsAskedForInTheWordsOfTheTrainingService() {
        services.training().on("POST /adaptations",
                () -> FakeService.Answer.json(202, java.util.Map.of("adaptationId", Samples.ADAPTATION)));
        given().contentType("application/json").body("{\"sourceLine\": \"a\"}").post("/api/adaptations").then()
                .statusCode(202).body("adaptationId", equalTo(Samples.ADAPTATION.toString()));
        assertThat(services.training().sent()).containsExactly("POST /adaptations {\"sourceLine\":\"a\"}");

        services.training().on("POST /adaptations",
                () -> FakeService.Answer.problem(400, "targetLine is missing."));
        given().contentType("application/json").body("{}").post("/api/adaptations").then().statusCode(400).body(
                "detail", equalTo("targetLine is missing."));
        when().get("/api/ingestions").then().statusCode(200).body("line", hasItem(Samples.TARGET));
    }

    @Test
    void cancellingAJobIsPassedOn() {
        when().delete("/api/jobs/" + Samples.jobId(Method.DANN)).then().statusCode(202);

        assertThat(services.training().requests()).contains("DELETE /jobs/" + Samples.jobId(Method.DANN));
    }

    @Test
    void allLinesComeWithTheirStatesInOneRequestToEachService() {
        Scenario.FINISHED.play(services);

        when().get("/api/serving").then().statusCode(200).body("state", equalTo("ready")).body("data", hasSize(1))
                .body("data[0].line", equalTo(Samples.TARGET)).body("data[0].state", equalTo("adapting"))
                .body("data[0].servingModel", equalTo(Samples.modelVersion(Method.DANN)))
                .body("data[0].estimate.accuracy", equalTo(0.9f)).body("data[0].since", containsString("T"));
        assertThat(services.evaluation().requests()).containsExactly("GET /line-overview?limit=10000");
        assertThat(services.ingest().requests()).containsExactly("GET /lines");
    }

    /** Given an estimate far below what the model was measured at, then the list says so, and the model is asked for once. */
    @Test
    void aLowEstimateIsToldAndWhatWasMeasuredIsAskedForOnce() {
        String dann = Samples.modelVersion(Method.DANN);
        Scenario.FINISHED.play(services);
        services.evaluation().json("/line-overview", () -> java.util.List
                .of(LineSamples.line(Samples.TARGET, dann, LineSamples.window(0.5, 0), null, null)));

        when().get("/api/serving").then().statusCode(200).body("data[0].state", equalTo("needs-you"))
                .body("data[0].detail", containsString("The model is right on at most 54.0 % of the newest images"));
        when().get("/api/serving").then().body("data[0].state", equalTo("needs-you"));

        assertThat(services.evaluation().requests()).filteredOn(request -> request.contains("/evaluations/"))
                .hasSize(1);
    }

    @Test
    void linesThatNoModelServesAreInTheList() {
        Scenario.RUNNING.play(services);

        when().get("/api/serving").then().statusCode(200).body("data.line", hasItem(Samples.SOURCE)).body("data.state",
                everyItem(equalTo("no-model")));
    }

    @Test
    void theListNeedsEvaluationButNotIngest() {
        services.ingest().goDown();
        when().get("/api/serving").then().statusCode(200).body("data", hasSize(1)).body("data[0].state",
                equalTo("adapting"));

        services.evaluation().goDown();
        when().get("/api/serving").then().statusCode(200).body("state", equalTo("unavailable")).body("message",
                containsString("evaluation-service does not answer"));
    }

    @Test
    void theServicesSayWhetherTheyAreReady() {
        services.translation().goDown();

        when().get("/api/services").then().statusCode(200).body("", hasSize(4)).body(
                "find { it.service == 'translation' }.state", equalTo("DOWN"));
    }

    @Test
    void aPromotionIsPassedOnAndItsRefusalTold() {
        String champion = "/lines/" + Samples.TARGET + "/champion";
        services.evaluation().json(champion, LoopSamples::promotion);

        given().contentType("application/json")
                .body("{\"modelVersion\": \"dann-1\", \"by\": \"Ada\", \"reason\": \"x\"}")
                .put("/api/serving/{line}/champion", Samples.TARGET).then().statusCode(200).body("by", equalTo("Ada"));
        assertThat(services.evaluation().requests()).contains("PUT " + champion);

        services.evaluation().on(champion, () -> FakeService.Answer.problem(409, "dann-1 is of other lines."));
        given().contentType("application/json").body("{}").put("/api/serving/{line}/champion", Samples.TARGET).then()
                .statusCode(409).body("detail", containsString("of other lines"));
    }

    @Test
    void aPageOfAnotherOriginMayNotCancel() {
        given().header("Origin", "http://elsewhere.example").when().delete("/api/jobs/" + Samples.jobId(Method.DANN))
                .then().statusCode(403).contentType("application/problem+json");

        assertThat(services.training().requests()).noneMatch(request -> request.startsWith("DELETE"));
    }
}
