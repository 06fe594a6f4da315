package io.crossline.dashboard.proxy;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.dashboard.stub.FakeService;
import io.crossline.dashboard.stub.FakeService.Answer;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Samples;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is passed on, what is not, and how a service's refusal looks to the page. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class ProxyIT {

    private static final String LINE = "/api/serving/" + Samples.TARGET;
    private static final String LOOP = "/lines/" + Samples.TARGET + "/loop";

    private final FakeService evaluation = FakeServices.current().evaluation();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(FakeServices.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/q/health/ready", "/api/serving/%2e%2e/mix", "/api/serving/..%2f..%2fq/mix",
            "/api/lines/a%2fb/preview", "/api/generators/../gallery", "/api/jobs/1"})
    void whatTheTableDoesNotNameReachesNoService(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isBetween(400, 404);
        FakeServices services = FakeServices.current();
        assertThat(List.of(services.ingest(), services.training(), services.translation(), evaluation))
                .allSatisfy(service -> assertThat(service.requests()).isEmpty());
    }

    @Test
    void anotherMethodOfAKnownPathIsNotPassedOn() {
        given().contentType("application/json").body("{}").delete(LINE + "/loop").then().statusCode(
                org.hamcrest.Matchers.greaterThanOrEqualTo(400));

        assertThat(evaluation.requests()).isEmpty();
    }

    @Test
    void onlyTheQueryThatTheTableNamesIsPassedOn() {
        when().get(LINE + "/windows?limit=3&secret=1&limit=9").then().statusCode(200);

        assertThat(evaluation.requests()).containsExactly("GET /lines/" + Samples.TARGET + "/windows?limit=3");
    }

    @Test
    void aServicesProblemIsPassedOnWithAllItsFieldsAndItsName() {
        evaluation.on("PUT " + LOOP, () -> Answer.json(400, Map.of("title", "Bad Request", "detail",
                "pinned must not be null.", "field", "pinned", "violations",
                List.of(Map.of("field", "pinned", "message", "must not be null")))));

        given().contentType("application/json").body("{}").put(LINE + "/loop").then().statusCode(400)
                .contentType("application/problem+json").body("field", equalTo("pinned"))
                .body("violations[0].message", equalTo("must not be null"))
                .body("detail", equalTo("pinned must not be null.")).body("service", equalTo("evaluation"));
    }

    @Test
    void anErrorOfAServiceIsABadGateway() {
        evaluation.on("/lines/" + Samples.TARGET + "/mix", () -> Answer.problem(500, "The database is full."));

        when().get(LINE + "/mix").then().statusCode(502).contentType("application/problem+json")
                .body("detail", equalTo("evaluation-service answers with status 500: The database is full."))
                .body("service", equalTo("evaluation"));
    }

    @Test
    void aBodyHasToBeJsonOfABoundedSize() {
        given().contentType("text/plain").body("{}").put(LINE + "/loop").then().statusCode(415);
        given().contentType("application/json").body("{").put(LINE + "/loop").then().statusCode(400)
                .body("field", equalTo("body")).body("detail", containsString("no JSON"));
        given().contentType("application/json").put(LINE + "/loop").then().statusCode(400).body("field",
                equalTo("body"));
        given().contentType("application/json").body("{\"by\":\"" + "x".repeat(1 << 20) + "\"}").put(LINE + "/loop")
                .then().statusCode(413).contentType("application/problem+json");

        assertThat(evaluation.sent()).isEmpty();
    }
}
