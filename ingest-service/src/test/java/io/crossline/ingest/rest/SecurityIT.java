package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.crossline.testing.EndpointSecurity;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.SecuredProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(SecuredProfile.class)
@QuarkusTestResource(KafkaTestResource.class)
class SecurityIT {

    private static final int LEAST_ENDPOINTS = 12;

    /** Given every endpoint, when somebody calls it whom it does not know or who may not, then it does not answer. */
    @Test
    void everyEndpointWantsAnIdentityAndARole() throws Exception {
        assertThat(new EndpointSecurity("http://localhost:" + RestAssured.port).faults(LEAST_ENDPOINTS, Set.of()))
                .isEmpty();
    }

    /** Given a page of another site, when it makes a browser call the service, then the service rejects it. */
    @Test
    void foreignPagesAreRejected() {
        given().header("Origin", "http://evil.example").get("/q/openapi").then().statusCode(403);
        given().header("Host", "evil.example").get("/q/openapi").then().statusCode(403)
                .contentType("application/problem+json").body("detail", containsString("'evil.example'"));
        given().header("Host", "10.0.0.7:8081").get("/q/health/live").then().statusCode(200);
    }
}
