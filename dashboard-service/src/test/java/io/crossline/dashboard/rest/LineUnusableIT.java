package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Unusable frames pass through. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LineUnusableIT {

    private static final String UNUSABLE = "/api/serving/" + Samples.TARGET + "/unusable";

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void framesComeWithTheirReasons() {
        when().get(UNUSABLE + "?limit=24").then().statusCode(200).body("newest", hasSize(3))
                .body("newest[0].check", equalTo("torn")).body("counts.'no light'", equalTo(2));

        assertThat(evaluation.requests()).contains("GET /lines/" + Samples.TARGET + "/unusable?limit=24");
    }

    @Test
    void picturesWithoutEndAreRefused() {
        when().get(UNUSABLE + "?limit=101").then().statusCode(400).contentType("application/problem+json");
    }
}
