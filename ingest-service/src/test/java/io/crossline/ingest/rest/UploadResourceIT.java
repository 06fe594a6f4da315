package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.ingest.TestBatches;
import io.crossline.testing.DatasetFiles;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class UploadResourceIT {

    @TempDir
    Path directory;

    @Test
    void publishesGoodImagesAndSaysWhatIsWrongWithOthers() throws IOException {
        // Given two good images and a broken one
        Path broken = Files.writeString(directory.resolve("broken.png"), "no image");

        // When
        given().multiPart("image", image("a.png", 10).toFile()).multiPart("image", broken.toFile())
                .multiPart("image", image("b.png", 20).toFile()).multiPart("shape", "32x32x1")
                .post("/lines/upload-mixed/images").then().statusCode(200).body("$", hasSize(3))
                .body("accepted", equalTo(List.of(true, false, true)))
                .body("fileName", equalTo(List.of("a.png", "broken.png", "b.png")))
                .body("[1].reason", containsString("is no image"));

        // Then both are in one unlabelled batch
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            byte[] value = probe.first(Topics.IMAGES_CAPTURED, message -> "upload-mixed".equals(message.key())).value();
            UnlabelledBatch batch = (UnlabelledBatch) ImageBatchCodec.decode(value);
            assertThat(batch.images().count()).isEqualTo(2);
            assertThat(batch.images().image(1)).hasSize(32 * 32).containsOnly(20);
        }
    }

    @Test
    void labelsNeedTheClassesOfANewLineOnce() throws IOException {
        Path image = image("a.png", 30);

        given().multiPart("image", image.toFile()).multiPart("label", "scratch").post("/lines/upload-labelled/images")
                .then().statusCode(400).body("field", equalTo("classNames"));
        given().multiPart("image", image.toFile()).multiPart("label", "scratch")
                .multiPart("classNames", "good, scratch").post("/lines/upload-labelled/images").then().statusCode(200)
                .body("[0].duplicate", equalTo(false));

        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            byte[] value = probe.first(Topics.IMAGES_CAPTURED, message -> "upload-labelled".equals(message.key()))
                    .value();
            LabelledBatch batch = (LabelledBatch) ImageBatchCodec.decode(value);
            assertThat(batch.labels().classNames()).containsExactly("good", "scratch");
            assertThat(batch.labels().values()).containsExactly(1);
            assertThat(batch.images().shape().toString()).isEqualTo("64x64x1");
        }
    }

    @Test
    void eachImageHasItsPartAndItsPlace() throws IOException {
        // When three equal pictures come, two of them with a part id
        JsonPath results = given().multiPart("image", image("a.png", 50).toFile()).multiPart("partId", "P-1")
                .multiPart("image", image("b.png", 50).toFile()).multiPart("partId", "")
                .multiPart("image", image("c.png", 50).toFile())
                .multiPart("partId", "Teil ä/3", "text/plain; charset=UTF-8")
                .post("/lines/upload-parts/images").then().statusCode(200).body("$", hasSize(3))
                .body("topic", everyItem(equalTo(Topics.IMAGES_CAPTURED))).body("index", equalTo(List.of(0, 1, 2)))
                .body("fileName", equalTo(List.of("a.png", "b.png", "c.png")))
                .body("partId", equalTo(Arrays.asList("P-1", null, "Teil ä/3"))).extract().jsonPath();

        // Then the record at that place names them
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            ConsumerRecord<String, byte[]> record = probe.first(Topics.IMAGES_CAPTURED,
                    message -> "upload-parts".equals(message.key()));
            assertThat(record.partition()).isEqualTo(results.getInt("[2].partition"));
            assertThat(record.offset()).isEqualTo(results.getLong("[2].offset"));
            ImagePart third = ImageBatchCodec.decode(record.value()).images().part(2);
            assertThat(third.partId()).isEqualTo("Teil ä/3");
            assertThat(third.fileName()).isEqualTo("c.png");
            assertThat(third.capturedAt()).isEqualTo(results.getString("[2].capturedAt"));
        }
    }

    @Test
    void aPictureThatIsUploadedFiftyTimesIsFiftyParts() throws IOException {
        Path image = image("same.png", 60);

        Set<Long> offsets = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            offsets.add(given().multiPart("image", image.toFile()).post("/lines/upload-same/images").then()
                    .statusCode(200).body("[0].duplicate", equalTo(false)).extract().jsonPath().getLong("[0].offset"));
        }

        assertThat(offsets).hasSize(50);
    }

    @Test
    void anUploadWithTheSameCaptureTimeIsRecognised() throws IOException {
        Path image = image("a.png", 70);
        for (boolean duplicate : new boolean[]{false, true}) {
            given().multiPart("image", image.toFile()).multiPart("capturedAt", "2026-01-02T03:04:05.678Z")
                    .post("/lines/upload-again/images").then().statusCode(200)
                    .body("[0].duplicate", equalTo(duplicate))
                    .body("[0].capturedAt", equalTo("2026-01-02T03:04:05.678Z"));
        }
    }

    @Test
    void nothingButBrokenImagesIsAnError() throws IOException {
        Path empty = Files.write(directory.resolve("empty.png"), new byte[0]);

        given().multiPart("image", empty.toFile()).post("/lines/upload-broken/images").then().statusCode(400)
                .contentType("application/problem+json").body("field", equalTo("image"))
                .body("results[0].reason", containsString("is empty"));
    }

    @Test
    void wrongFieldsAreNamed() throws IOException {
        Path image = image("a.png", 40);

        given().multiPart("label", "good").post("/lines/upload-fields/images").then().statusCode(400).body("field",
                equalTo("image"));
        given().multiPart("image", image.toFile()).multiPart("split", "holdout").post("/lines/upload-fields/images")
                .then().statusCode(400).body("field", equalTo("split"));
        given().multiPart("image", image.toFile()).multiPart("shape", "31x31").post("/lines/upload-fields/images")
                .then().statusCode(400).body("field", equalTo("shape"));
        given().multiPart("image", image.toFile()).multiPart("label", "rusty").multiPart("classNames", "good,bad")
                .post("/lines/upload-fields/images").then().statusCode(400).body("field", equalTo("image"))
                .body("detail", containsString("has class 'rusty', expected one of [good, bad]"));
        given().multiPart("image", image.toFile()).multiPart("partId", "x".repeat(201))
                .post("/lines/upload-fields/images").then().statusCode(400).body("field", equalTo("partId"));
        given().multiPart("image", image.toFile()).multiPart("partId", "P-1").multiPart("partId", "P-2")
                .post("/lines/upload-fields/images").then().statusCode(400).body("field", equalTo("partId"))
                .body("detail", containsString("comes 2 times, expected once for each of the 1 images"));
        given().multiPart("image", image.toFile()).multiPart("capturedAt", "yesterday")
                .post("/lines/upload-fields/images").then().statusCode(400).body("field", equalTo("capturedAt"));
        given().multiPart("image", image.toFile()).multiPart("capturedAt", "2150-01-01T00:00:00Z")
                .post("/lines/upload-fields/images").then().statusCode(400).body("field", equalTo("capturedAt"));
        given().multiPart("image", image.toFile()).post("/lines/up load/images").then().statusCode(400).body("field",
                equalTo("line"));
    }

    @Test
    void takesWholeBatches() {
        // Given
        LabelledBatch batch = TestBatches.labelled("upload-batch", 8, 1);
        byte[] body = ImageBatchCodec.encode(batch);

        // When sent twice, then published once
        avro(body).post("/lines/upload-batch/batches").then().statusCode(200).body("batchId", equalTo(batch.id()))
                .body("duplicate", equalTo(false));
        avro(body).post("/lines/upload-batch/batches").then().statusCode(200).body("duplicate", equalTo(true));
    }

    @Test
    void batchesThatBreakTheContractAreRefused() {
        byte[] body = ImageBatchCodec.encode(TestBatches.labelled("upload-other", 8, 1));
        avro(body).post("/lines/upload-batch/batches").then().statusCode(400).body("field", equalTo("line"));
        avro("nonsense".getBytes()).post("/lines/upload-batch/batches").then().statusCode(400).body("field",
                equalTo("value"));
        body[700] ^= 1;
        avro(body).post("/lines/upload-other/batches").then().statusCode(400).body("field",
                containsString("imageHashes[0]"));
    }

    private static RequestSpecification avro(byte[] body) {
        EncoderConfig asBytes = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false).encodeContentTypeAs(CloudEventHeaders.AVRO,
                        io.restassured.http.ContentType.BINARY);
        return given().config(RestAssuredConfig.config().encoderConfig(asBytes)).contentType(CloudEventHeaders.AVRO)
                .body(body);
    }

    private Path image(String name, int grey) throws IOException {
        return DatasetFiles.image(directory.resolve(name), 40, false, grey);
    }
}
