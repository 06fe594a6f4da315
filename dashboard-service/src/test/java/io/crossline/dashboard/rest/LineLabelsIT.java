package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeService.Answer;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.LabelSamples;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Labels pass through: the pictures that wait for one, those given, and a new one with the status that says what it was. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LineLabelsIT {

    private static final String LABELS = "/api/serving/" + Samples.TARGET + "/labels";
    private static final String THERE = "/lines/" + Samples.TARGET;
    private static final String LABEL = "{\"topic\":\"t\",\"partition\":2,\"offset\":140,\"image\":0,\"className\":\"good\",\"by\":\"Ada\"}";

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void theQueueComesWithPicturesAndClasses() {
        when().get(LABELS + "/queue?limit=5").then().statusCode(200).body("classNames", equalTo(Samples.CLASSES))
                .body("items", hasSize(20)).body("items[0].picture", startsWith("data:image/png;base64,"));

        assertThat(evaluation.requests()).contains("GET " + THERE + "/label-queue?limit=5");
    }

    @Test
    void whatWasGivenComesWithTheGainOfEachLabel() {
        when().get(LABELS).then().statusCode(200).body("given", equalTo(23)).body("cycles[0].gainPerLabel",
                equalTo(0.00275f));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 200})
    void aLabelIsPassedOnAndItsStatusTold(int status) {
        evaluation.on("POST " + THERE + "/labels", () -> Answer.json(status, LabelSamples.label()));

        given().contentType("application/json").body(LABEL).post(LABELS).then().statusCode(status).body("className",
                equalTo("good"));

        assertThat(evaluation.sent()).containsExactly("POST " + THERE + "/labels " + LABEL);
    }

    @Test
    void anotherLabelForTheSamePictureIsRefusedInTheServicesWords() {
        evaluation.on("POST " + THERE + "/labels", () -> Answer.problem(409, "Grace labelled it dent."));

        given().contentType("application/json").body(LABEL).post(LABELS).then().statusCode(409).body("detail",
                equalTo("Grace labelled it dent."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/queue"})
    void aServiceThatIsDownAndAnUnknownLineAreProblems(String path) {
        when().get("/api/serving/nowhere/labels" + path).then().statusCode(404).body("service", equalTo("evaluation"));

        evaluation.goDown();

        when().get(LABELS + path).then().statusCode(503).body("service", equalTo("evaluation"));
    }

    @Test
    void aQueueWithoutEndIsRefused() {
        when().get(LABELS + "/queue?limit=101").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aPageOfAnotherOriginMayNotLabel() {
        given().header("Origin", "http://elsewhere.example").contentType("application/json").body(LABEL).when()
                .post(LABELS).then().statusCode(403);

        assertThat(evaluation.sent()).isEmpty();
    }
}
