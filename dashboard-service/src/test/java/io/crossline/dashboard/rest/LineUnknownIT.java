package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeService.Answer;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Images of unknown kinds and their names pass through. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LineUnknownIT {

    private static final String UNKNOWN = "/api/serving/" + Samples.TARGET + "/unknown";
    private static final String THERE = "/lines/" + Samples.TARGET + "/unknown";
    private static final String NAME = "{\"className\":\"blister\",\"by\":\"Ada\",\"images\":[{\"topic\":\"t\",\"partition\":2,\"offset\":140,\"image\":0}]}";

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void groupsComeWithTheirPictures() {
        when().get(UNKNOWN + "?pictures=5").then().statusCode(200).body("waiting", equalTo(14))
                .body("groups[0].images", hasSize(12))
                .body("groups[0].images[0].picture", startsWith("data:image/png;base64,"));

        assertThat(evaluation.requests()).contains("GET " + THERE + "?pictures=5");
    }

    @Test
    void aNameIsPassedOn() {
        given().contentType("application/json").body(NAME).post(UNKNOWN + "/names").then().statusCode(200)
                .body("known", equalTo(false)).body("missing", equalTo(0));

        assertThat(evaluation.sent()).containsExactly("POST " + THERE + "/names " + NAME);
    }

    @Test
    void whatCannotBeNamedIsRefusedInTheServicesWords() {
        evaluation.on("POST " + THERE + "/names", () -> Answer.problem(404, "There is no such unknown image."));

        given().contentType("application/json").body(NAME).post(UNKNOWN + "/names").then().statusCode(404)
                .body("detail", equalTo("There is no such unknown image."));
    }

    @Test
    void picturesWithoutEndAreRefused() {
        when().get(UNKNOWN + "?pictures=101").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aPageOfAnotherOriginMayNotName() {
        given().header("Origin", "http://elsewhere.example").contentType("application/json").body(NAME)
                .post(UNKNOWN + "/names").then().statusCode(403);

        assertThat(evaluation.sent()).isEmpty();
    }
}
