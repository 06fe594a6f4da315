package io.crossline.ingest.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Topics;
import io.crossline.ingest.IngestConfig;
import io.crossline.testing.DatasetFiles;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(WatchRoot.class)
class WatchedFoldersIT {

    @Inject
    IngestConfig config;

    @Test
    void whatIsNoLinesIsNamed() throws IOException {
        Path root = config.watch().orElseThrow();
        DatasetFiles.image(root.resolve("Line 1/a.png"), 30, false, 77);
        DatasetFiles.image(root.resolve("loose.png"), 30, false, 77);

        await().untilAsserted(() -> given().get("/watched/refused").then().statusCode(200)
                .body("name", hasItems("Line 1", "loose.png"))
                .body("find { it.name == 'Line 1' }.reason", containsString("is no line by its name"))
                .body("since", everyItem(startsWith("20"))));
    }

    @Test
    void filesOfALineReachKafka() throws IOException {
        // Given a line's folder with a good file and a broken one
        Path folder = config.watch().orElseThrow().resolve("camera-7");
        DatasetFiles.image(folder.resolve("a.png"), 30, false, 77);
        Files.writeString(folder.resolve("b.png"), "no image");

        // When both were dealt with
        await().until(() -> Files.exists(folder.resolve(".done/a.png")));
        await().until(() -> Files.exists(folder.resolve(".rejected/b.png.reason")));

        // Then
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            ImageBatch batch = ImageBatchCodec.decode(
                    probe.first(Topics.IMAGES_CAPTURED, message -> "camera-7".equals(message.key())).value());
            assertThat(batch.images().count()).isEqualTo(1);
            assertThat(batch.images().shape().toString()).isEqualTo("64x64x1");
            assertThat(batch.images().pixels()).containsOnly(77);
        }
    }
}
