package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every change of what a line is registered with stands in the audit, once. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RegisteredLineIT {

    private final String line = "line-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aRegistrationIsAccountedForOnce() {
        // Given a first batch, and a person who changes the registration; the second record is delivered twice
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            register(probe, 1, "first batch", "28x28x1");
            register(probe, 2, "Ann", "64x64x3");
            register(probe, 2, "Ann", "64x64x3");
            register(probe, 3, "Bob", "28x28x1");
        }

        // When, Then
        await().untilAsserted(() -> given().get("/audit?line=" + line).then().statusCode(200)
                .body("actor", contains("Bob", "Ann", "first batch"))
                .body("action", contains("line-registered", "line-registered", "line-registered"))
                .body("[1].details.toString()", containsString("64x64x3")));
    }

    private void register(KafkaProbe probe, int version, String by, String shape) {
        probe.produce(Topics.LINES_REGISTERED, line, Json.encode(new LineRegistered(line, ImageShape.parse(shape),
                List.of("good", "dent"), null, version, by, "The camera was replaced", Instant.now())));
    }
}
