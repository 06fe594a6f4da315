package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.testing.DatasetFiles;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class IngestionResourceIT {

    @TempDir
    Path directory;

    @Test
    void carriesADatasetToKafkaOnce() throws IOException {
        // Given
        DatasetFiles.idx(directory, 100, 30, 28, 5);
        Map<String, Object> request = Map.of("line", "rest-once", "spec", "idx:" + directory, "batchSize", 32);

        // When ingested twice
        JsonPath first = finished(start(request));
        JsonPath second = finished(start(request));

        // Then the second time everything is recognised and the selections are the same
        assertThat(first.getString("state")).isEqualTo("COMPLETED");
        assertThat(first.getInt("imagesDone")).isEqualTo(130);
        assertThat(first.getInt("imagesTotal")).isEqualTo(130);
        assertThat(first.getInt("batchesPublished")).isEqualTo(5);
        assertThat(first.getList("classNames")).containsExactly("0", "1", "2", "3", "4");
        assertThat(second.getInt("batchesPublished")).isZero();
        assertThat(second.getInt("batchesDuplicate")).isEqualTo(5);
        assertThat(second.getMap("selections")).isEqualTo(first.getMap("selections")).containsOnlyKeys("train",
                "test");
    }

    @Test
    void targetLineKeepsLabelsOnItsTestSplitOnly() throws IOException {
        // Given
        DatasetFiles.idx(directory, 40, 20, 28, 5);

        // When
        JsonPath done = finished(start(Map.of("line", "rest-target", "spec", "idx:" + directory, "labels",
                "test-only", "limit", 15, "batchSize", 10, "shape", Map.of("channels", 3, "height", 32, "width", 32))));

        // Then
        assertThat(done.getInt("imagesDone")).isEqualTo(30);
        assertThat(batches("rest-target", 4)).allSatisfy(batch -> {
            assertThat(batch.images().shape()).isEqualTo(new ImageShape(3, 32, 32));
            assertThat(batch).isInstanceOf(batch.split() == Split.TEST ? LabelledBatch.class : UnlabelledBatch.class);
        });
    }

    @Test
    void simulatedLineIsIngested() {
        JsonPath done = finished(start(Map.of("line", "rest-sim", "spec", "sim:clean?images=20&test=5", "seed", 3)));

        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getString("dataset")).startsWith("sim-clean-");
        assertThat(done.getInt("imagesDone")).isEqualTo(25);
        assertThat(done.getList("classNames")).contains("good", "scratch");
    }

    @Test
    void brokenImagesOfAFolderAreReportedAndTheRestIsPublished() throws IOException {
        // Given two good images, a broken one, and a class that train lacks
        DatasetFiles.image(directory.resolve("train/good/a.png"), 40, false, 9);
        DatasetFiles.image(directory.resolve("train/good/b.jpg"), 40, false, 9);
        Files.writeString(directory.resolve("train/good/c.png"), "no image");
        DatasetFiles.image(directory.resolve("test/rusty/d.png"), 40, false, 9);

        // When
        JsonPath done = finished(start(Map.of("line", "rest-folder", "spec", "folder:" + directory)));

        // Then
        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getInt("imagesDone")).isEqualTo(2);
        assertThat(done.getInt("rejectedCount")).isEqualTo(2);
        assertThat(done.getList("rejected.item")).containsExactly("train/good/c.png", "test/rusty/d.png");
        assertThat(done.getString("message")).contains("2 items were rejected");
        assertThat(done.getMap("selections")).containsOnlyKeys("train");
    }

    @Test
    void truncatedFileFailsTheIngestionBeforeAnythingIsPublished() throws IOException {
        // Given
        DatasetFiles.idx(directory, 40, 20, 28, 5);
        Path file = directory.resolve("t10k-images-idx3-ubyte.gz");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5000));

        // When
        JsonPath done = finished(start(Map.of("line", "rest-truncated", "spec", "idx:" + directory)));

        // Then
        assertThat(done.getString("state")).isEqualTo("FAILED");
        assertThat(done.getString("message")).contains(file + " is truncated: expected 15696 bytes");
        assertThat(done.getInt("batchesPublished")).isZero();
    }

    @Test
    void emptyFolderFailsWithWhatBelongsThere() throws IOException {
        JsonPath done = finished(start(Map.of("line", "rest-empty", "spec", "folder:" + directory)));

        assertThat(done.getString("state")).isEqualTo("FAILED");
        assertThat(done.getString("message")).contains("holds no images, expected CLASS");
    }

    @Test
    void cancelledIngestionStops() {
        // Given one that would take long
        String location = start(Map.of("line", "rest-cancel", "spec", "sim:clean?images=1000000", "batchSize", 16));

        // When
        await().until(() -> given().get(location).jsonPath().getInt("imagesDone") > 0);
        given().delete(location).then().statusCode(200);

        // Then
        JsonPath done = finished(location);
        assertThat(done.getString("state")).isEqualTo("CANCELLED");
        assertThat(done.getMap("selections")).isEmpty();
        assertThat(done.getInt("imagesDone") % 16).isZero();
    }

    @Test
    void unknownIngestionIsNotFound() {
        given().get("/ingestions/3f2a9c1d-0000-4000-8000-000000000000").then().statusCode(404)
                .contentType("application/problem+json").body("field", equalTo("id"));
    }

    private static List<ImageBatch> batches(String line, int count) {
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            return probe.consumeUntil(Topics.IMAGES_CAPTURED, message -> line.equals(message.key()),
                    found -> found.size() == count).stream().map(message -> ImageBatchCodec.decode(message.value()))
                    .toList();
        }
    }

    @Test
    void wrongFieldsAreNamed() {
        assertRefused(Map.of("line", "a b", "spec", "idx:/"), "line", "letters, digits");
        assertRefused(Map.of("line", "a", "spec", "zip:/x"), "spec", "expected one of");
        assertRefused(Map.of("line", "a", "spec", "idx:/no/such/folder"), "spec", "/no/such/folder");
        assertRefused(Map.of("line", "a", "spec", "sim:nowhere"), "spec", "expected one of clean");
        assertRefused(Map.of("line", "a", "spec", "idx:/", "limit", 0), "limit", "at least 1");
        assertRefused(Map.of("line", "a", "spec", "idx:/", "labels", "none"), "labels", "all, test-only");
        assertRefused(
                Map.of("line", "a", "spec", "idx:/", "shape", Map.of("channels", 1, "height", 30, "width", 30)),
                "shape", "multiples of 4");
        assertRefused(
                Map.of("line", "a", "spec", "idx:/", "shape", Map.of("channels", 2, "height", 28, "width", 28)),
                "shape", "channels is 2");
    }

    @Test
    void missingFieldsAreNamed() {
        given().contentType(ContentType.JSON).body(Map.of("line", "a")).post("/ingestions").then().statusCode(400)
                .contentType("application/problem+json").body("violations[0].field", containsString("spec"));
    }

    @Test
    void bodiesThatDoNotFitAreRefused() {
        assertBodyRefused("{\"line\":", "body", "is not JSON");
        assertBodyRefused("[]", "body", "cannot be read");
        assertBodyRefused("", "body", "must not be empty");
        assertBodyRefused("{\"line\":\"a\",\"spec\":\"mnist\",\"limit\":\"ten\"}", "limit", "ten");
        assertBodyRefused("{\"line\":\"a\",\"spec\":\"mnist\",\"shape\":[28]}", "shape", "cannot be read");
    }

    private static void assertBodyRefused(String body, String field, String detail) {
        given().contentType(ContentType.JSON).body(body).post("/ingestions").then().statusCode(400)
                .contentType("application/problem+json").body("field", equalTo(field))
                .body("detail", containsString(detail));
    }

    private static void assertRefused(Map<String, Object> request, String field, String detail) {
        given().contentType(ContentType.JSON).body(request).post("/ingestions").then().statusCode(400)
                .contentType("application/problem+json").body("field", equalTo(field))
                .body("detail", containsString(detail));
    }

    private static String start(Map<String, Object> request) {
        return given().contentType(ContentType.JSON).body(request).post("/ingestions").then().statusCode(202)
                .header("Location", containsString("/ingestions/")).body("line", startsWith("rest-")).extract()
                .header("Location");
    }

    private static JsonPath finished(String location) {
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> given().get(location).then().statusCode(200).extract().jsonPath(),
                ingestion -> !ingestion.getString("state").equals("RUNNING"));
    }
}
