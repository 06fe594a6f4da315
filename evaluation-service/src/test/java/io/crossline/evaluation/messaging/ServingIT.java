package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.PartVerdict;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ServingIT {

    private static final int IMAGES = 16;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String lineA = "line-a-" + suffix;
    private final String lineB = "line-b-" + suffix;

    @Inject
    CapturedBatchConsumer consumer;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void noModelServesUntilAPersonPromotesOne() {
        // Given a pair with two evaluated models
        Model source = trained(Method.SOURCE, 11);
        Model dann = trained(Method.DANN, 12);

        // When a batch of the target line comes
        probe.produce(batch(lineB, 1));
        Fixtures.allWatched(probe);

        // Then none of them predicts it, and the line says what to do
        given().get("/lines/{line}/predictions", lineB).then().statusCode(200).body("", hasSize(0));
        given().get("/lines/{line}", lineB).then().statusCode(200).body("servingModel", nullValue())
                .body("champion", nullValue()).body("missing", equalTo("No model serves this line: promote one, on its "
                        + "page or with PUT /lines/" + lineB + "/champion. The newest accepted is " + dann.version()
                        + "."));
        given().get("/lines?limit=1000").then().statusCode(200).body("line", hasItem(lineB)).body("line",
                hasItem(lineA));
        overview().body("servingModel", nullValue()).body("championSince", nullValue()).body("window", nullValue())
                .body("missing", equalTo("No model serves this line yet."));
        given().get("/lines/none-such").then().statusCode(200).body("missing",
                containsString("no classifier of it is accepted yet"));

        // When a person lets the source-only classifier serve, then it predicts, image by image, and that is accounted for
        promote(source.version()).statusCode(200).body("previousModel", nullValue()).body("by", equalTo("Ada"));
        LabelledBatch first = batch(lineB, 1);
        assertPredictedBy(source, first, prediction(probe.produce(first)));
        given().get("/audit?line={line}", lineB).then().body("action", equalTo(List.of("promoted")))
                .body("[0].modelVersion", equalTo(source.version()))
                .body("[0].details.archiveSha256", equalTo(Sha256.hex(source.archive())));

        // When a person promotes the other model
        promote(dann.version()).statusCode(200).body("previousModel", equalTo(source.version()));

        // Then all are told, and it predicts from then on
        ModelPromoted promoted = Json.decode(
                probe.consumeUntil(Topics.MODELS_PROMOTED, record -> record.key().equals(lineB),
                        found -> found.size() == 2).get(1).value(),
                ModelPromoted.class);
        assertThat(promoted.modelVersion()).isEqualTo(dann.version());
        assertThat(promoted.reason()).isEqualTo("steadier in bad light");
        LabelledBatch second = batch(lineB, 2);
        BatchPredicted byChampion = prediction(probe.produce(second));
        assertThat(byChampion.modelVersion()).isEqualTo(dann.version());
        assertPredictedBy(dann, second, byChampion);
        given().get("/lines/{line}/predictions", lineB).then().statusCode(200).body("", hasSize(2))
                .body("[0].modelVersion", equalTo(dann.version())).body("[0].images", equalTo(IMAGES))
                .body("[0].correct", equalTo(correct(dann, second)))
                .body("[0].predicted.collect { it.value }.sum()", equalTo(IMAGES))
                .body("[1].modelVersion", equalTo(source.version()));
        given().get("/lines?limit=1000").then().statusCode(200).body(
                "findAll { it.line == '" + lineB + "' }.servingModel",
                equalTo(List.of(dann.version())));
        overview().body("servingModel", equalTo(dann.version())).body("championSince", notNullValue())
                .body("missing", nullValue()).body("cameraFault", nullValue());
    }

    private ValidatableResponse overview() {
        return given().get("/line-overview").then().statusCode(200)
                .rootPath("find { it.line == '" + lineB + "' }");
    }

    @Test
    void promotingTheChampionAgainIsPublishedButRecordedOnce() {
        Model dann = trained(Method.DANN, 13);

        promote(dann.version()).statusCode(200);
        probe.first(Topics.MODELS_PROMOTED, record -> record.key().equals(lineB));
        promote(dann.version()).statusCode(200);

        assertThat(probe.consumeUntil(Topics.MODELS_PROMOTED, record -> record.key().equals(lineB),
                found -> found.size() == 2)).extracting(ServingIT::id).doesNotContainNull()
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));
        given().get("/lines/{line}/promotions", lineB).then().statusCode(200).body("", hasSize(1));
    }

    @Test
    void aBatchDeliveredTwiceIsRecordedOnce() {
        // Given a batch that was predicted
        promote(trained(Method.SOURCE, 14).version()).statusCode(200);
        LabelledBatch batch = batch(lineB, 3);
        RecordMetadata at = probe.produce(batch);
        prediction(at);

        // When it is delivered again, when it comes once more at another place, and both again under another champion
        RecordMetadata second = probe.produce(batch);
        deliver(at, batch);
        promote(trained(Method.DANN, 17).version()).statusCode(200);
        deliver(at, batch);
        deliver(second, batch);

        // Then the event was written once, with the record
        RecordMetadata next = probe.produce(batch(lineB, 4));
        List<ConsumerRecord<String, byte[]>> events = probe.consumeUntil(Topics.PREDICTIONS,
                record -> record.key().equals(lineB), found -> found.stream()
                        .anyMatch(record -> Json.decode(record.value(), BatchPredicted.class).sourceOffset() == next
                                .offset()));
        assertThat(events).hasSize(2).extracting(ServingIT::id).doesNotHaveDuplicates().doesNotContainNull();
        given().get("/lines/{line}/predictions", lineB).then().body("", hasSize(2));
    }

    private void deliver(RecordMetadata at, LabelledBatch batch) {
        consumer.predict(new ConsumerRecord<>(at.topic(), at.partition(), at.offset(), lineB,
                ImageBatchCodec.encode(batch)));
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        return CloudEventHeaders.value(record.headers(), CloudEventHeaders.ID).map(UUID::fromString).orElse(null);
    }

    @Test
    void aPartIsFoundByItsId() throws IOException {
        // Given a served line
        Model source = trained(Method.SOURCE, 17);
        promote(source.version()).statusCode(200);
        UnlabelledBatch batch = batch(lineB, 5).withoutLabels();
        Instant captured = Instant.parse("2026-01-02T03:04:05.678Z");
        List<ImagePart> parts = IntStream.range(0, IMAGES).mapToObj(i -> i == 3
                ? ImagePart.UNNAMED
                : new ImagePart("Teil ä/" + i, i + ".png", i == 0 ? null : captured)).toList();

        // When a batch of named parts comes
        RecordMetadata at = probe.produce(named(batch, parts));
        BatchPredicted event = prediction(at);

        // Then its prediction names them
        assertThat(event.parts()).isEqualTo(parts);
        JsonPath found = given().get("/lines/{line}/predictions?partId={part}", lineB, "Teil ä/2").then()
                .statusCode(200).body("", hasSize(1)).body("[0].partId", equalTo("Teil ä/2"))
                .body("[0].fileName", equalTo("2.png")).body("[0].className", equalTo(event.verdict(2)))
                .body("[0].modelVersion", equalTo(source.version()))
                .body("[0].capturedAt", equalTo(captured.toString())).body("[0].offset", equalTo((int) at.offset()))
                .body("[0].image", equalTo(2)).extract().jsonPath();
        assertThat(found.getDouble("[0].probability")).isCloseTo(event.probabilities().get(2), within(1e-6));
        byte[] picture = given().get(found.getString("[0].picture")).then().statusCode(200).contentType("image/png")
                .extract().asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                .isEqualTo(batch.images().shape().width());
        given().get("/lines/{line}/predictions?partId={part}", lineB, "Teil ä/0").then()
                .body("[0].capturedAt", equalTo(batch.origin().capturedAt().truncatedTo(ChronoUnit.MILLIS).toString()));
        given().get("/lines/{line}/predictions?partId=P-none", lineB).then().statusCode(200).body("", hasSize(0));
        given().get("/lines/{line}/predictions?partId={part}", lineB, " ").then().statusCode(400).body("field",
                equalTo("partId"));
        given().get("/lines/{line}/pictures/{p}/{o}/999", lineB, at.partition(), at.offset()).then().statusCode(404);
        given().get("/lines/{line}/pictures/{p}/{o}/0", lineA, at.partition(), at.offset()).then().statusCode(404);
    }

    @Test
    void aPartOfTilesHasTheVerdictOfItsWorst() {
        // Given a served line, and two parts whose pictures were cut into as many tiles
        promote(trained(Method.SOURCE, 19).version()).statusCode(200);
        UnlabelledBatch batch = batch(lineB, 7).withoutLabels();
        int tiles = IMAGES / 2;
        List<ImagePart> parts = IntStream.range(0, 2 * tiles)
                .mapToObj(i -> new ImagePart("T-" + i / tiles, null, null).tile(i % tiles, tiles)).toList();

        // When they are predicted
        Images images = batch.images();
        UnlabelledBatch tiled = new UnlabelledBatch(batch.origin(), new Images(images.shape(), 2 * tiles,
                Arrays.copyOf(images.pixels(), 2 * tiles * images.shape().bytes()), parts));
        BatchPredicted event = prediction(probe.produce(tiled));

        // Then the event and the database have one verdict a part
        assertThat(event.verdicts()).extracting(verdict -> verdict.part().partId()).containsExactly("T-0", "T-1");
        PartVerdict second = event.verdicts().get(1);
        assertThat(second.image()).isBetween(tiles, 2 * tiles - 1);
        given().get("/lines/{line}/predictions?partId=T-1", lineB).then().statusCode(200).body("", hasSize(1))
                .body("[0].image", equalTo(second.image())).body("[0].tile.index", equalTo(second.image() - tiles))
                .body("[0].tile.count", equalTo(tiles)).body("[0].className", equalTo(second.verdict()));
    }

    @Test
    void equalPicturesOfFiftyPartsAreFiftyParts() {
        // Given
        promote(trained(Method.SOURCE, 18).version()).statusCode(200);
        UnlabelledBatch drawn = batch(lineB, 6).withoutLabels();
        byte[] picture = drawn.images().image(0);

        // When one picture comes with fifty part ids, and the batch of the first once more
        for (int i = 0; i < 50; i++) {
            probe.produce(one(drawn, picture, "P-" + i));
        }
        probe.produce(one(drawn, picture, "P-0"));
        prediction(probe.produce(one(drawn, picture, "P-last")));

        // Then each part has its verdict, once
        given().get("/lines/{line}/predictions", lineB).then().body("", hasSize(51));
        for (String part : List.of("P-0", "P-1", "P-49")) {
            given().get("/lines/{line}/predictions?partId={part}", lineB, part).then().body("", hasSize(1));
        }
    }

    private static UnlabelledBatch one(UnlabelledBatch like, byte[] picture, String partId) {
        return named(new UnlabelledBatch(like.origin(), new Images(like.images().shape(), 1, picture)),
                List.of(new ImagePart(partId, null, null)));
    }

    private static UnlabelledBatch named(UnlabelledBatch batch, List<ImagePart> parts) {
        Images images = batch.images();
        return new UnlabelledBatch(batch.origin(),
                new Images(images.shape(), images.count(), images.pixels(), parts));
    }

    @Test
    void whatTheModelCannotTakeIsPassedOver() {
        // Given a record that is no batch, and images of another size
        promote(trained(Method.SOURCE, 15).version()).statusCode(200);
        probe.produce(Topics.IMAGES_CAPTURED, lineB, "no batch".getBytes(StandardCharsets.UTF_8));
        ImageShape large = new ImageShape(1, 32, 32);
        probe.produce(new UnlabelledBatch(origin(lineB), new Images(large, 1, new byte[large.bytes()])));

        // When a good batch without labels follows
        UnlabelledBatch good = batch(lineB, 4).withoutLabels();
        BatchPredicted prediction = prediction(probe.produce(good));

        // Then it alone is predicted
        assertThat(prediction.classes()).hasSize(IMAGES);
        given().get("/lines/{line}/predictions", lineB).then().body("", hasSize(1)).body("[0].correct", nullValue());
    }

    @Test
    void aModelThatCannotServeTheLineIsRefusedWithTheReason() {
        Model model = trained(Method.SOURCE, 16);

        given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", "dann-none", "by", "Ada", "reason", "why not"))
                .put("/lines/{line}/champion", lineB).then().statusCode(404).body("field", equalTo("modelVersion"));
        given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", model.version(), "by", "Ada", "reason", "why not"))
                .put("/lines/elsewhere/champion").then().statusCode(409)
                .body("detail", containsString("not of elsewhere"));
        given().contentType(ContentType.JSON).body(Map.of("modelVersion", model.version(), "by", "Ada"))
                .put("/lines/{line}/champion", lineB).then().statusCode(400)
                .body("violations[0].field", containsString("reason"));
    }

    private record Model(String version, byte[] archive) {}

    /** A model of fresh parameters, evaluated. */
    private Model trained(Method method, long seed) {
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), method, List.of(method)), data(lineA),
                data(lineB));
        byte[] archive;
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), seed)) {
            archive = ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks);
        }
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), archive);
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        return new Model(job.modelVersion(), archive);
    }

    /** No test images: the evaluation accepts such a model unscored. */
    private static LineData data(String line) {
        return new LineData(new DataSelection(line, line + "-images", Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0))), null);
    }

    private ValidatableResponse promote(String version) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", version, "by", "Ada", "reason", "steadier in bad light"))
                .put("/lines/{line}/champion", lineB).then();
    }

    private BatchPredicted prediction(RecordMetadata at) {
        return probe.consumeUntil(Topics.PREDICTIONS, record -> record.key().equals(lineB), found -> found.stream()
                .anyMatch(record -> of(record).sourceOffset() == at.offset())).stream().map(ServingIT::of)
                .filter(event -> event.sourceOffset() == at.offset()).findFirst().orElseThrow();
    }

    private static BatchPredicted of(ConsumerRecord<String, byte[]> record) {
        return Json.decode(record.value(), BatchPredicted.class);
    }

    private static void assertPredictedBy(Model model, LabelledBatch batch, BatchPredicted event) {
        try (Classifier classifier = Classifier.load(model.archive())) {
            Predictions expected = classifier.predict(batch.images().pixels());
            assertThat(event.classes()).hasSize(IMAGES);
            for (int i = 0; i < IMAGES; i++) {
                assertThat(event.classes().get(i)).isEqualTo(expected.label(i));
                assertThat(event.probabilities().get(i)).isCloseTo(expected.confidence(i), within(1e-6));
            }
        }
    }

    private static int correct(Model model, LabelledBatch batch) {
        try (Classifier classifier = Classifier.load(model.archive())) {
            Predictions predictions = classifier.predict(batch.images().pixels());
            int correct = 0;
            for (int i = 0; i < IMAGES; i++) {
                correct += predictions.label(i) == batch.labels().values()[i] ? 1 : 0;
            }
            return correct;
        }
    }

    private static LabelledBatch batch(String line, long seed) {
        LabelledBatch drawn = TwoLineImages.target(Split.TRAIN, IMAGES, IMAGES, seed).get(0);
        return new LabelledBatch(origin(line), drawn.images(), drawn.labels());
    }

    private static BatchOrigin origin(String line) {
        return new BatchOrigin(line, line + "-images", Split.TRAIN, Instant.now());
    }
}
