package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** How a line sees passes through, with its pictures; a change is sent on as it is. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LinePicturesIT {

    private static final String LINE = "/api/lines/" + Samples.TARGET;

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void settingsAndPicturesComeTogether() {
        when().get(LINE + "/pictures").then().statusCode(200).body("line.pictures.bits", equalTo(12))
                .body("newest[0].partId", equalTo("P-0007"));
        when().get(LINE + "/pictures/7/sent").then().statusCode(200).header("Cache-Control",
                containsString("no-store"));
        when().get(LINE + "/pictures/7/seen").then().statusCode(200).contentType("image/png");
        when().get(LINE + "/preview?count=6").then().statusCode(200).contentType("image/png");
        when().get(LINE + "/pictures/x/seen").then().statusCode(400);
    }

    @Test
    void aChangeIsAnsweredAsTheServiceAnswers() {
        Map<String, Object> asked = Map.of("shape", "64x64x1", "classNames", List.of(), "by", "Ann", "reason",
                "Camera");
        FakeServices.current().ingest().on("PUT /lines/" + Samples.TARGET,
                () -> FakeService.Answer.problem(400, "shape is too large"));

        given().contentType(ContentType.JSON).body(asked).put(LINE + "/pictures").then().statusCode(400)
                .body("detail", equalTo("shape is too large"));
    }
}
