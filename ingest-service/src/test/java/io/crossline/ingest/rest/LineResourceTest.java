package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.crossline.ingest.TestBatches;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class LineResourceTest {

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
    void specsNameSchemesAndProfiles() {
        given().get("/specs").then().statusCode(200)
                .body("schemes.name", hasItems("sim", "idx", "libsvm", "folder", "mnist", "usps"))
                .body("profiles.name", hasItem("clean"));
    }

    @Test
    void isReadyOnceTheTopicIsRead() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200).body("checks.name",
                hasItem("images.captured is read")));
    }
}
