package io.crossline.training.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What the answer to a request says of the classes of both lines, before anything is trained. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class TargetClassesIT {

    private final String line = "classes-" + UUID.randomUUID().toString().substring(0, 8);
    private final KafkaProbe probe = KafkaProbe.ofTest();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void anotherOrderIsSaidToBeTheSameClasses() {
        registered("hole", "good", "dent");

        requested().statusCode(202).body("classes.common", contains("good", "dent", "hole"))
                .body("classes.note", nullValue());
    }

    @Test
    void whatIsNotCommonIsSaidWithItsLikelyPair() {
        registered("Good", "crack", "dent");

        String id = requested().statusCode(202).body("classes.common", contains("dent"))
                .body("classes.missing", contains("good", "hole")).body("classes.further", contains("Good", "crack"))
                .body("classes.likely.Good", equalTo("good"))
                .body("classes.note", containsString("'Good' is likely to mean 'good'")).extract()
                .path("adaptationId");
        given().get("/adaptations/{id}", id).then().body("classes.further", contains("Good", "crack"));
    }

    @Test
    void aTargetWithoutACommonClassIsRefused() {
        registered("eins", "zwei");

        requested().statusCode(400).body("field", equalTo("classNames"))
                .body("detail",
                        containsString("of which line " + line + " has none: it is registered with [eins, zwei]"));
    }

    @Test
    void ofATargetWithoutLabelsNothingIsSaid() {
        registered();

        requested().statusCode(202).body("classes", nullValue());
    }

    /** Given class names in composed and in decomposed form, then they are the same. */
    @Test
    void unicodeFormsMakeNoDifference() {
        registered("gepr\u00fcft", "dent");

        requested("gepru\u0308ft", "dent").statusCode(202).body("classes.further", empty())
                .body("classes.common", contains("gepr\u00fcft", "dent"));
    }

    private void registered(String... classNames) {
        LineRegistered event = new LineRegistered(line, new ImageShape(1, 28, 28), List.of(classNames), null, 1, "Ada",
                "test", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        probe.produce(Topics.LINES_REGISTERED, line, Json.encode(event));
    }

    private ValidatableResponse requested() {
        return requested("good", "dent", "hole");
    }

    private ValidatableResponse requested(String... classNames) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sourceLine", "classes-source");
        request.put("targetLine", line);
        request.put("methods", List.of("source"));
        request.put("source", data("classes-source"));
        request.put("target", data(line));
        request.put("shape", Map.of("channels", 1, "height", 28, "width", 28));
        request.put("classNames", classNames);
        return given().contentType("application/json").body(Json.encode(request)).post("/adaptations").then();
    }

    /** Offsets without images: the job is asked for and fails. */
    private static Map<String, Object> data(String line) {
        return Map.of("train", Map.of("line", line, "split", "train", "ranges",
                List.of(Map.of("topic", Topics.IMAGES_CAPTURED, "partition", 0, "fromOffset", 0, "toOffset", 1))));
    }
}
