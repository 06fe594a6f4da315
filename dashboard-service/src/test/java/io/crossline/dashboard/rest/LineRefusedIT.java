package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What ingestion did not take passes through: the watched root's, and the line's own ingestions. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LineRefusedIT {

    private static final String REFUSED = "/api/lines/" + Samples.TARGET + "/refused";

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void filesAndRejectedItemsComeWithTheirReasons() {
        when().get(REFUSED).then().statusCode(200).body("watched", hasSize(1))
                .body("watched[0].name", equalTo("loose.png"))
                .body("watched[0].reason", equalTo("lies in no line's folder"))
                .body("watched[0].since", equalTo("2026-01-31T14:02:00Z")).body("ingestions", hasSize(1))
                .body("ingestions[0].rejected.item", equalTo(List.of("a.png", "b.png")));
        when().get("/line.html?line=" + Samples.TARGET).then().body(containsString("id=\"refused\""));
    }

    @Test
    void whileIngestIsAwayItIsSaid() {
        FakeServices.current().ingest().goDown();

        when().get(REFUSED).then().statusCode(503).body("detail", containsString("ingest-service does not answer"));
    }

    @Test
    void aNameThatCannotBeOneIsRefused() {
        when().get("/api/lines/a%20b/refused").then().statusCode(400);
    }
}
