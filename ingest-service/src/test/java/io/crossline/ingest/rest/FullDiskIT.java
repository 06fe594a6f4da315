package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.embedded.BrokerStorage;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.testing.DatasetFiles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

/** Given a broker that refuses images while its disk is short, then an upload is told so in words. */
@QuarkusTest
@QuarkusTestResource(value = FullDiskIT.FullBroker.class, restrictToAnnotatedClass = true)
class FullDiskIT {

    @TempDir
    Path directory;

    @Test
    void anUploadIsToldThatTheDiskIsNearlyFull() throws IOException {
        given().multiPart("image", DatasetFiles.image(directory.resolve("a.png"), 40, false, 10).toFile())
                .multiPart("shape", "32x32x1").post("/lines/full-disk/images").then()
                .statusCode(507).contentType("application/problem+json")
                .body("title", equalTo("Insufficient Storage"))
                .body("detail", startsWith("The broker takes no images: its disk is nearly full"));
    }

    /** No disk has as much room as this one keeps back. */
    public static class FullBroker implements QuarkusTestResourceLifecycleManager {

        private EmbeddedKafka kafka;

        @Override
        public Map<String, String> start() {
            try {
                kafka = EmbeddedKafka.start(Files.createTempDirectory(Path.of("target"), "full-disk-"), 0,
                        new BrokerStorage(0, Long.MAX_VALUE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
        }

        @Override
        public void stop() {
            kafka.close();
        }
    }
}
