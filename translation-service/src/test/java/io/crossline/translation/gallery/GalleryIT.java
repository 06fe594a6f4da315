package io.crossline.translation.gallery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.networks.inference.Generators;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.crossline.translation.GeneratorFixture;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class GalleryIT {

    private static final List<String> ROWS = List.of("sourceOriginal", "targetOriginal", "generatedTarget",
            "reconstructedSource");

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void hasFourPicturesOfEveryClass() throws IOException {
        // Given
        GeneratorFixture fixture = new GeneratorFixture(probe);
        fixture.publish(true);

        // When
        List<Map<String, String>> columns = columns(fixture);

        // Then
        assertThat(columns).extracting(column -> column.get("className"))
                .containsExactlyElementsOf(TwoLineImages.CLASS_NAMES);
        assertThat(columns).extracting(column -> column.get("targetClassName"))
                .containsExactlyElementsOf(TwoLineImages.CLASS_NAMES);
        for (Map<String, String> column : columns) {
            for (String row : ROWS) {
                BufferedImage image = decode(column.get(row));
                assertThat(image.getWidth()).isEqualTo(28);
                assertThat(image.getHeight()).isEqualTo(28);
            }
        }
        try (Generators generators = Generators.load(fixture.archive())) {
            byte[] original = pixels(columns.get(2).get("sourceOriginal"));
            byte[] generated = generators.sourceToTarget(original);
            assertThat(pixels(columns.get(2).get("generatedTarget"))).isEqualTo(generated);
            assertThat(pixels(columns.get(2).get("reconstructedSource")))
                    .isEqualTo(generators.targetToSource(generated));
        }
    }

    @Test
    void showsAnyTargetImagesWhereTheTargetHasNoLabels() {
        GeneratorFixture fixture = new GeneratorFixture(probe);
        fixture.publish(false);

        List<Map<String, String>> columns = columns(fixture);

        assertThat(columns).hasSize(4).allSatisfy(column -> {
            assertThat(column.get("targetOriginal")).startsWith("data:image/png");
            assertThat(column.get("targetClassName")).isNull();
        });
        assertThat(columns).extracting(column -> column.get("targetOriginal")).doesNotHaveDuplicates();
    }

    @Test
    void namesTheGeneratorThatDoesNotExist() {
        given().get("/generators/generator-none/gallery").then().statusCode(404)
                .contentType("application/problem+json").body("field", equalTo("modelVersion"))
                .body("detail", containsString("'generator-none'"));
    }

    private static List<Map<String, String>> columns(GeneratorFixture fixture) {
        return given().get("/generators/{version}/gallery", fixture.version()).then().statusCode(200)
                .body("sourceLine", equalTo(fixture.sourceLine()))
                .body("classNames", contains(TwoLineImages.CLASS_NAMES.toArray())).extract().path("columns");
    }

    private static byte[] pixels(String uri) throws IOException {
        int[] samples = decode(uri).getRaster().getPixels(0, 0, 28, 28, (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return pixels;
    }

    private static BufferedImage decode(String uri) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
    }
}
