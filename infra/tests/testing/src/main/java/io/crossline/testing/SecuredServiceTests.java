package io.crossline.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;

/** What holds for every service that wants to know its callers; a service's test extends it under {@link SecuredProfile}. */
public abstract class SecuredServiceTests {

    private final int leastEndpoints;

    /** @param leastEndpoints that the service has, so that an empty description does not pass */
    protected SecuredServiceTests(int leastEndpoints) {
        this.leastEndpoints = leastEndpoints;
    }

    /** Given every endpoint, when somebody calls it whom it does not know or who may not, then it does not answer. */
    @Test
    protected void everyEndpointWantsAnIdentityAndARole() throws Exception {
        assertThat(new EndpointSecurity("http://localhost:" + RestAssured.port).faults(leastEndpoints))
                .isEmpty();
    }

    /** Given a page of another site, when it makes a browser call the service, then the service rejects it. */
    @Test
    protected void foreignPagesAreRejected() {
        given().header("Origin", "http://evil.example").get("/q/openapi").then().statusCode(403);
        given().header("Host", "evil.example").get("/q/openapi").then().statusCode(403)
                .contentType("application/problem+json").body("detail", containsString("'evil.example'"));
        given().header("Host", "10.0.0.7:8081").get("/q/health/live").then().statusCode(200);
    }
}
