package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.dashboard.stub.AuditSamples;
import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The audit passes through, and so does a chain that is broken. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class AuditIT {

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @Test
    void entriesOfALineComeNewestFirst() {
        when().get("/api/audit?line=" + Samples.TARGET + "&limit=10").then().statusCode(200).body("$", hasSize(6))
                .body("[0].sequence", equalTo(7)).body("[3].details.reason", equalTo("steadier in bad light"));

        assertThat(evaluation.requests()).contains("GET /audit?line=" + Samples.TARGET + "&limit=10");
    }

    @Test
    void withoutALineThoseOfAllAreAskedFor() {
        when().get("/api/audit").then().statusCode(200);

        assertThat(evaluation.requests()).contains("GET /audit?limit=100");
    }

    @Test
    void aChainIsSaidToBeIntactOrWhereItBroke() {
        when().get("/api/audit/verification").then().statusCode(200).body("intact", equalTo(true));

        evaluation.json("/audit/verification", AuditSamples::broken);

        when().get("/api/audit/verification").then().statusCode(200).body("intact", equalTo(false))
                .body("firstBroken", equalTo(4)).body("reason", containsString("entry 4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/audit", "/api/audit/verification"})
    void aServiceThatIsDownIsAProblem(String path) {
        evaluation.goDown();

        when().get(path).then().statusCode(503).body("service", equalTo("evaluation"));
    }

    @Test
    void aNameThatCannotBeOneIsRefusedWithTheFieldAtFault() {
        when().get("/api/audit?line=a/b").then().statusCode(400).body("violations[0].field", containsString("line"));
    }
}
