package io.crossline.evaluation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.ServedLine;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ExamplesIT {

    /** 28 pixels four times as large, and the gap. */
    private static final int TILE = 4 * 28 + 4;

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a served line, when images are captured, then both sheets have the size of what was asked for. */
    @Test
    void theTrainingImagesAndTheNewestStandBesideEachOther() throws IOException {
        ServedLine line = new ServedLine(probe);
        line.newModel(31);
        List<SelectedBatch<LabelledBatch>> captured = line.capture(2 * ServedLine.BATCH, 2);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/predictions", line.name())
                .then().body("findAll { it.offset == " + captured.get(1).offset() + " }", hasSize(1)));

        BufferedImage then = sheet(line, "then", 12);
        BufferedImage now = sheet(line, "now", 4);

        assertThat(List.of(then.getWidth(), then.getHeight())).containsExactly(6 * TILE + 4, 2 * TILE + 4);
        assertThat(List.of(now.getWidth(), now.getHeight())).containsExactly(4 * TILE + 4, TILE + 4);
        byte[] newest = captured.get(1).batch().images().image(ServedLine.BATCH - 1);
        for (int x = 0; x < 28; x++) {
            int shown = now.getRGB(4 + 4 * x, 4 + 4 * 14) & 0xff;
            assertThat(shown).as("pixel %d of the middle row", x).isEqualTo(newest[14 * 28 + x] & 0xff);
        }
        assertThat(get(line, "then", 12)).as("the same pictures again").isEqualTo(get(line, "then", 12));
    }

    @Test
    void whereThereIsNoPictureTheProblemSaysSo() {
        given().get("/lines/nowhere/examples/then").then().statusCode(404)
                .contentType("application/problem+json").body("field", equalTo("line"))
                .body("detail", containsString("nowhere"));
        given().get("/lines/nowhere/examples/now").then().statusCode(404).body("field", equalTo("line"));
        given().queryParam("count", 0).get("/lines/nowhere/examples/now").then().statusCode(400)
                .body("violations[0].field", equalTo("count"));
    }

    private static BufferedImage sheet(ServedLine line, String when, int count) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(get(line, when, count)));
    }

    private static byte[] get(ServedLine line, String when, int count) {
        return given().queryParam("count", count).get("/lines/{line}/examples/{when}", line.name(), when).then()
                .statusCode(200).contentType("image/png").extract().asByteArray();
    }
}
