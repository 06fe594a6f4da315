package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The verdict of a part and its picture pass through. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LinePartIT {

    private static final String LINE = "/api/serving/" + Samples.TARGET;

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void aPartIsFoundByItsId() {
        given().queryParam("partId", "Teil ä/7&x=1").get(LINE + "/parts").then().statusCode(200)
                .body("[0].className", equalTo("scratch")).body("[0].offset", equalTo(41));

        assertThat(evaluation.requests()).contains(
                "GET /lines/" + Samples.TARGET + "/predictions?partId=Teil+%C3%A4%2F7%26x%3D1&limit=20");
    }

    @Test
    void itsPictureIsPassedOn() {
        when().get(LINE + "/pictures/3/41/7").then().statusCode(200).contentType("image/png");
        when().get(LINE + "/pictures/3/41/8").then().statusCode(404);
    }

    @Test
    void anIdThatNoPartHasIsRefused() {
        when().get(LINE + "/parts").then().statusCode(400);
        given().queryParam("partId", " ").get(LINE + "/parts").then().statusCode(400);
        given().queryParam("partId", "x".repeat(201)).get(LINE + "/parts").then().statusCode(400);
    }
}
