package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.ingest.TestBatches;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class LineResourceIT {

    @Test
    void servesTheDocumentOfTheTopics() {
        given().get("/asyncapi.json").then().statusCode(200).contentType(ContentType.JSON).body("asyncapi",
                equalTo("3.0.0"));
    }

    @Test
    void countsABatchOnceAndShowsTheNewest() throws IOException {
        // Given an outside producer that sends one batch twice and another one
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(TestBatches.labelled("line-counted", 10, 1));
            probe.produce(TestBatches.labelled("line-counted", 10, 1));
            probe.produce(TestBatches.labelled("line-counted", 20, 2));
        }

        // When
        await().until(() -> given().get("/lines").jsonPath()
                .getList("findAll { it.line == 'line-counted' }.imagesTotal"), List.of(30)::equals);

        // Then
        given().get("/lines").then().statusCode(200).rootPath("find { it.line == 'line-counted' }")
                .body("batchesTotal", equalTo(2)).body("imagesPerSecond", equalTo(3.0f))
                .body("classNames", equalTo(List.of("good", "scratch"))).body("shape.height", equalTo(28));
        byte[] png = given().get("/lines/line-counted/preview?count=8").then().statusCode(200)
                .contentType("image/png").extract().asByteArray();
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(sheet.getWidth()).isEqualTo(6 * (112 + 4) + 4);
        assertThat(sheet.getHeight()).isEqualTo(2 * (112 + 4) + 4);
    }

    @Test
    void lineWithoutImagesIsNotFound() {
        given().get("/lines/line-unknown/preview").then().statusCode(404).contentType("application/problem+json")
                .body("field", equalTo("line"));
        given().get("/lines/line-unknown/preview?count=0").then().statusCode(400).body("field", equalTo("count"));
    }

    @Test
    void aLineIsRegisteredBeforeItsFirstBatchAndChangedLater() {
        // Given
        given().get("/lines/line-registered").then().statusCode(404).body("field", equalTo("line"));
        register("line-registered", "32x32x1", List.of("good", "dent")).statusCode(200).body("version", equalTo(1));

        // When a batch of another shape is uploaded
        byte[] batch = ImageBatchCodec.encode(TestBatches.labelled("line-registered", 4, 1));
        given().contentType(CloudEventHeaders.AVRO).body(batch).post("/lines/line-registered/batches").then()
                .statusCode(400).body("field", equalTo("shape"))
                .body("detail", containsString("shape is 28x28x1, expected 32x32x1, as line 'line-registered'"));

        // Then it comes in once the registration is changed, which is one more version
        register("line-registered", "28x28x1", List.of("good", "scratch")).statusCode(200).body("version", equalTo(2))
                .body("by", equalTo("Ann"));
        register("line-registered", "28x28x1", List.of("good", "scratch")).statusCode(200).body("version", equalTo(2));
        given().contentType(CloudEventHeaders.AVRO).body(batch).post("/lines/line-registered/batches").then()
                .statusCode(200);
        await().untilAsserted(() -> given().get("/lines/line-registered").then().statusCode(200)
                .body("imagesTotal", equalTo(4)).body("version", equalTo(2)).body("rejected", nullValue()));
    }

    @Test
    void aRegistrationNamesTheFieldThatIsWrong() {
        register("line-wrong", "28 by 28", List.of()).statusCode(400).body("field", equalTo("shape"));
        register("line-wrong", "28x28x1", List.of("good", "good")).statusCode(400).body("field", equalTo("classNames"));
        register("..", "28x28x1", List.of()).statusCode(anyOf(equalTo(400), equalTo(404), equalTo(405)));
        given().get("/lines/line-wrong").then().statusCode(404);
    }

    private static ValidatableResponse register(String line, String shape, List<String> classNames) {
        return given().contentType(ContentType.JSON).body(Map.of("shape", shape, "classNames", classNames, "by", "Ann",
                "reason", "The camera was replaced")).put("/lines/{line}", line).then();
    }

    @Test
    void specsNameSchemesAndProfiles() {
        given().get("/specs").then().statusCode(200)
                .body("schemes.name", hasItems("sim", "idx", "libsvm", "folder", "mnist", "usps"))
                .body("profiles.name", hasItem("clean"));
    }

    @Test
    void isReadyOnceTheTopicIsRead() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200).body("checks.name",
                hasItem("images.captured is known")));
    }
}
