package io.crossline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.ingest.TestBatches;
import io.crossline.ingest.dataset.DatasetFiles;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class UploadResourceTest {

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
                .body("accepted", equalTo(java.util.List.of(true, false, true)))
                .body("file", equalTo(java.util.List.of("a.png", "broken.png", "b.png")))
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
        given().multiPart("image", image.toFile()).multiPart("label", "scratch")
                .multiPart("classNames", "good, scratch").post("/lines/upload-labelled/images").then().statusCode(200)
                .body("[0].duplicate", equalTo(true));

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
