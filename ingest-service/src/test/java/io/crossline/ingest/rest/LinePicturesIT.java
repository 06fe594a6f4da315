package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.Images;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** How a line sees: from its settings to its images and to what people are shown. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class LinePicturesIT {

    @TempDir
    Path folder;

    @Test
    void aTiledLineCutsEachPartIntoImagesOfOneBatch() throws IOException {
        // Given a line that cuts its pictures of 64 x 96 into six tiles
        register("line-tiled", Map.of("tiles", Map.of("side", 32, "overlap", 0, "height", 64, "width", 96)))
                .statusCode(200).body("version", equalTo(1)).body("pictures.fit", equalTo("letterbox"));

        // When two pictures come
        given().multiPart("image", picture("a.png", 1500, 1000).toFile()).multiPart("partId", "P-1")
                .multiPart("image", picture("b.png", 1500, 1000).toFile()).multiPart("partId", "P-2")
                .post("/lines/line-tiled/images").then().statusCode(200).body("index", equalTo(List.of(0, 6)))
                .body("images", equalTo(List.of(6, 6)))
                .body("[0].notes", equalTo(List.of("1500 x 1000 pixels become 96 x 64: "
                        + "a feature of 12 px becomes 0.8 px")));

        // Then each tile names its part and its place
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            Images images = ImageBatchCodec.decode(
                    probe.first(Topics.IMAGES_CAPTURED, message -> "line-tiled".equals(message.key())).value())
                    .images();
            assertThat(images.shape()).hasToString("32x32x1");
            assertThat(images.count()).isEqualTo(12);
            assertThat(images.parts()).extracting(ImagePart::partId).startsWith("P-1").endsWith("P-2");
            assertThat(images.parts()).extracting(part -> part.tile().index())
                    .containsExactlyElementsOf(IntStream.range(0, 12).map(i -> i % 6).boxed().toList());
        }

        // and people see what the camera sent beside what the model sees
        JsonPath shown = given().get("/lines/line-tiled/pictures").then().statusCode(200).body("$", hasSize(2))
                .body("[0].partId", equalTo("P-2")).body("[0].images", equalTo(6)).body("[0].width", equalTo(1500))
                .extract().jsonPath();
        BufferedImage sent = image(shown.getString("[0].sent"), "image/jpeg");
        assertThat((double) sent.getWidth() / sent.getHeight()).isBetween(1.49, 1.51);
        BufferedImage seen = image(shown.getString("[0].seen"), "image/png");
        assertThat(seen.getWidth()).isEqualTo(3 * 32 + 2 * 4);
        assertThat(seen.getHeight()).isEqualTo(2 * 32 + 4);
        given().get("/lines/line-tiled/pictures/999/seen").then().statusCode(404).body("field", equalTo("id"));
    }

    @Test
    void settingsNameTheFieldThatIsWrongAndStayAsTheyWereWhereNobodySaysSo() {
        register("line-seen", Map.of("fit", "squeeze")).statusCode(400);
        register("line-seen", Map.of("bits", 20)).statusCode(400).body("field", equalTo("bits"));
        register("line-seen", Map.of("background", "red")).statusCode(400).body("field", equalTo("background"));
        register("line-seen", Map.of("tiles", Map.of("side", 64, "overlap", 0, "height", 64, "width", 96)))
                .statusCode(400).body("field", equalTo("tile"));
        register("line-seen", Map.of("fit", "crop", "bits", 12)).statusCode(200).body("version", equalTo(1));

        given().contentType(ContentType.JSON)
                .body(Map.of("shape", "32x32x1", "classNames", List.of("good"), "by", "Ann", "reason", "First labels"))
                .put("/lines/line-seen").then().statusCode(200).body("version", equalTo(2))
                .body("pictures.bits", equalTo(12));
        given().get("/lines/line-seen").then().body("pictures.fit", equalTo("crop"));
    }

    @Test
    void aSpecSaysHowItsPicturesAreMadeAndALineKeepsToIt() throws IOException {
        // Given a folder of wide pictures
        Files.createDirectories(folder.resolve("train/good"));
        for (int i = 0; i < 3; i++) {
            picture("train/good/" + i + ".png", 300 + i, 100);
        }

        // When it is ingested with a setting
        JsonPath done = ingested("line-folder", "?fit=crop", false);
        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getList("notes")).isEmpty();
        given().get("/lines/line-folder").then().body("pictures.fit", equalTo("crop"));

        // Then others are refused, nothing said takes the line's, and the same again changes nothing
        assertThat(ingested("line-folder", "?fit=stretch", false).getString("message")).startsWith(
                "pictures is fit=stretch&bits=16&background=#000000&upright=true&pages=first, expected fit=crop");
        assertThat(ingested("line-folder", "", false).getString("state")).isEqualTo("COMPLETED");
        assertThat(ingested("line-folder", "?fit=crop", false).getInt("batchesDuplicate")).isEqualTo(1);
        assertThat(ingested("line-folder", "?tile=32,overlap=0", true).getString("state")).isEqualTo("COMPLETED");
        given().get("/lines/line-folder").then().body("pictures.tiles.width", equalTo(64))
                .body("shape.width", equalTo(32));
        ask("line-folder", "?fit=no", false).statusCode(400).body("field", equalTo("spec"))
                .body("detail", containsString("fit is 'no', expected one of letterbox, crop, stretch"));
        ask("line-folder", "?size=no", false).statusCode(400)
                .body("detail", containsString("option is 'size', expected one of fit, region"));
    }

    @Test
    void aLineOfOtherDataSetsHasNoSettingsAndStretches() {
        given().contentType(ContentType.JSON)
                .body(Map.of("line", "line-simulated", "spec", "sim:clean?images=8&test=4"))
                .post("/ingestions").then().statusCode(202);

        await().untilAsserted(() -> given().get("/lines/line-simulated").then().statusCode(200)
                .body("pictures.fit", equalTo("stretch")).body("rejected", nullValue()));
        given().get("/lines/line-simulated/pictures").then().statusCode(200).body("$", hasSize(0));
    }

    private JsonPath ingested(String line, String options, boolean registerAnew) {
        String id = ask(line, options, registerAnew).statusCode(202).body("spec", startsWith("folder:")).extract()
                .jsonPath().getString("id");
        return await().until(() -> given().get("/ingestions/" + id).jsonPath(),
                state -> !"RUNNING".equals(state.getString("state")));
    }

    private ValidatableResponse ask(String line, String options, boolean registerAnew) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("line", line, "spec", "folder:" + folder + options, "registerAnew", registerAnew))
                .post("/ingestions").then();
    }

    private static ValidatableResponse register(String line, Map<String, Object> pictures) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("shape", "32x32x1", "classNames", List.of(), "pictures",
                        pictures, "by", "Ann", "reason", "A new camera"))
                .put("/lines/{line}", line).then();
    }

    private static BufferedImage image(String path, String type) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                given().get(path).then().statusCode(200).contentType(type).extract().asByteArray()));
    }

    private Path picture(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, i % width * 255 / width);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
