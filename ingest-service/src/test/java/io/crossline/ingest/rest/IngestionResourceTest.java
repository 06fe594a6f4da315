package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.ingest.dataset.DatasetFiles;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class IngestionResourceTest {

    @TempDir
    Path directory;

    @Test
    void carriesADatasetToTheBusOnce() throws IOException {
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
    void wrongFieldsAreNamed() {
        assertRefused(Map.of("line", "a b", "spec", "idx:/"), "line", "letters, digits");
        assertRefused(Map.of("line", "a", "spec", "zip:/x"), "spec", "expected one of");
        assertRefused(Map.of("line", "a", "spec", "idx:/no/such/folder"), "spec", "/no/such/folder");
        assertRefused(Map.of("line", "a", "spec", "idx:/", "limit", 0), "limit", "at least 1");
        assertRefused(Map.of("line", "a", "spec", "idx:/", "labels", "none"), "labels", "all, test-only");
        assertRefused(
                Map.of("line", "a", "spec", "idx:/", "shape", Map.of("channels", 1, "height", 30, "width", 30)),
                "shape", "multiple of 4");
        assertRefused(
                Map.of("line", "a", "spec", "idx:/", "shape", Map.of("channels", 2, "height", 28, "width", 28)),
                "shape", "channels is 2");
    }

    @Test
    void missingFieldsAreNamed() {
        given().contentType(ContentType.JSON).body(Map.of("line", "a")).post("/ingestions").then().statusCode(400)
                .contentType("application/problem+json").body("violations[0].field", containsString("spec"));
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
