package io.crossline.evaluation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.evaluation.ServedLine;
import io.crossline.evaluation.labels.Choice;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.labels.LabelCandidate;
import io.crossline.evaluation.labels.LabelReason;
import io.crossline.evaluation.serving.LabelledAnswer;
import io.crossline.evaluation.serving.LabelledAnswers;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.estimate.CalibratedConfidence;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LabelsIT {

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final ServedLine line = new ServedLine(probe);

    @Inject
    LabelBook book;

    @Inject
    LabelledAnswers answers;

    @Inject
    ServingModels models;

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a served line, when a window is complete, then its most useful images wait with their pictures until labelled. */
    @Test
    void aWindowFillsTheQueue() throws IOException {
        line.newModel(41);
        List<SelectedBatch<LabelledBatch>> captured = line.capture(ServedLine.WINDOW, 2);
        awaitQueue(8);

        List<Map<String, Object>> items = given().get("/lines/{line}/label-queue", line.name()).then().statusCode(200)
                .body("classNames", equalTo(TwoLineImages.CLASS_NAMES)).extract().jsonPath().getList("items");

        assertThat(items).extracting(item -> item.get("offset") + ":" + item.get("image")).doesNotHaveDuplicates();
        assertThat(items).extracting(item -> item.get("why")).containsOnly("uncertain", "different", "drawn at random");
        assertThat(items).filteredOn(item -> item.get("why").equals("drawn at random")).hasSize(2);
        for (Map<String, Object> item : items) {
            assertThat(TwoLineImages.CLASS_NAMES).contains((String) item.get("predictedClass"));
            assertThat(pixels((String) item.get("picture"))).isEqualTo(image(captured, item));
        }
        given().queryParam("limit", 3).get("/lines/{line}/label-queue", line.name()).then()
                .body("items", equalTo(items.subList(0, 3)));

        Map<String, Object> first = items.get(0);
        label((Integer) first.get("offset"), (Integer) first.get("image"), "ring").statusCode(201);
        given().get("/lines/{line}/label-queue", line.name()).then().body("items", equalTo(items.subList(1, 8)));

        line.capture(ServedLine.WINDOW, 3);
        awaitQueue(15);
    }

    @Test
    void aLabelTwiceIsFineAndAnotherIsAConflict() {
        line.newModel(42);
        long offset = captured(2).offset();

        label(offset, 5, "ring").statusCode(201).body("className", equalTo("ring")).body("by", equalTo("Ada"));
        label(offset, 5, "ring").statusCode(200).body("className", equalTo("ring"));
        label(offset, 5, "blob").statusCode(409).contentType("application/problem+json")
                .body("field", equalTo("className")).body("detail", containsString("'ring' by Ada"));
        label(offset, 6, "blob").statusCode(201);
        summary().body("given", equalTo(2)).body("byClass", equalTo(Map.of("ring", 1, "blob", 1)))
                .body("cycles", hasSize(0));

        post(offset, 5, Map.of("className", "blob", "replace", true)).statusCode(200)
                .body("className", equalTo("blob"));
        summary().body("given", equalTo(2)).body("byClass", equalTo(Map.of("blob", 2)));
    }

    /** Given an image that an earlier model predicted and that never was in the queue, then its label is taken. */
    @Test
    void aLateLabelIsTaken() {
        line.newModel(43);
        SelectedBatch<LabelledBatch> early = captured(2);
        String later = line.newModel(44);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}", line.name()).then()
                .body("servingModel", equalTo(later)));

        label(early.offset(), 99, "vertical").statusCode(201);

        DataSelection all = new DataSelection(line.name(), null, Split.TRAIN,
                List.of(new OffsetRange(early.topic(), early.partition(), early.offset(), early.offset() + 1)));
        DataSelection before = new DataSelection(line.name(), null, Split.TRAIN,
                List.of(new OffsetRange(early.topic(), early.partition(), 0, early.offset())));
        DataSelection test = new DataSelection(line.name(), null, Split.TEST, all.ranges());
        assertThat(book.givenIn(all)).containsExactly(
                new GivenLabel(early.topic(), early.partition(), early.offset(), 99, "vertical"));
        assertThat(book.givenIn(before)).isEmpty();
        assertThat(book.givenIn(test)).isEmpty();
    }

    @Test
    void whatCannotBeLabelledIsRefusedWithTheReason() {
        line.newModel(45);
        long offset = captured(2).offset();

        label(offset, 0, "scratch").statusCode(400).contentType("application/problem+json")
                .body("field", equalTo("className")).body("detail", containsString("expected one of [horizontal,"));
        label(offset, ServedLine.BATCH, "ring").statusCode(400).body("field", equalTo("image"))
                .body("detail", containsString("expected 0 to 99"));
        label(offset + 1_000_000, 0, "ring").statusCode(404).body("field", equalTo("offset"));
        post(offset, 0, Map.of("className", "ring", "by", " ")).statusCode(400)
                .body("violations[0].field", containsString("by"));
        post(offset, 0, Map.of("className", "ring", "image", -1)).statusCode(400)
                .body("violations[0].field", containsString("image"));
        given().contentType(ContentType.JSON).body(body(offset, 0, Map.of("className", "ring")))
                .post("/lines/nowhere/labels").then().statusCode(409).body("field", equalTo("line"));
        summary().body("given", equalTo(0));
    }

    /** Given some labels, when a model's answers are looked up, then they are the model's own, without what it was trained on. */
    @Test
    void aModelsAnswersOnLabelledImagesAreCounted() {
        line.newModel(46);
        SelectedBatch<LabelledBatch> batch = captured(2);
        for (int image = 0; image < 6; image++) {
            label(batch.offset(), image,
                    TwoLineImages.CLASS_NAMES.get(batch.batch().labels().values()[image])).statusCode(201);
        }
        ServingModel model = models.model(line.name()).orElseThrow();

        List<LabelledAnswer> all = answers.of(model, line.name());

        Predictions expected = model.classifier().predict(batch.batch().images().pixels());
        assertThat(all).extracting(answer -> answer.label().image()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        for (LabelledAnswer answer : all) {
            int image = answer.label().image();
            assertThat(answer.confidence()).isCloseTo(expected.confidence(image), within(1e-6));
            assertThat(answer.correct()).isEqualTo(expected.label(image) == batch.batch().labels().values()[image]);
        }
        ServingModel toldOne = new ServingModel(told(model.manifest(), all.get(0).label()), model.classifier());
        assertThat(answers.of(toldOne, line.name())).isEqualTo(all.subList(1, 6));
        CalibratedConfidence calibration = LabelledAnswers.calibration(model, all, List.of());
        assertThat(calibration.labelled()).isEqualTo(6);
        assertThat(calibration.probability(0.5)).isStrictlyBetween(0.0, 1.0);
    }

    /**
     * Given a window of which two images were drawn at random, when these and one more are labelled, then the two alone count in what is
     * proven of the champion, the label and the audit tell the probability, and a promotion begins anew.
     */
    @Test
    void onlyImagesDrawnAtRandomProve() {
        String model = line.newModel(48);
        promote(model);
        List<SelectedBatch<LabelledBatch>> captured = line.capture(ServedLine.WINDOW, 2);
        awaitQueue(8);
        List<Map<String, Object>> items = given().get("/lines/{line}/label-queue", line.name()).jsonPath()
                .getList("items");
        List<Map<String, Object>> drawn = items.stream().filter(item -> item.get("why").equals("drawn at random"))
                .toList();
        Map<String, Object> useful = items.stream().filter(item -> !drawn.contains(item)).findFirst().orElseThrow();
        summary().body("audit.modelVersion", equalTo(model)).body("audit.drawn", equalTo(2))
                .body("audit.audited", equalTo(0)).body("audit.accuracy", nullValue())
                .body("audit.sentence", startsWith("Nothing is proven yet"));

        label((Integer) useful.get("offset"), (Integer) useful.get("image"), actual(captured, useful)).statusCode(201)
                .body("drawProbability", nullValue());
        int right = 0;
        for (Map<String, Object> item : drawn) {
            String actual = actual(captured, item);
            right += actual.equals(item.get("predictedClass")) ? 1 : 0;
            label((Integer) item.get("offset"), (Integer) item.get("image"), actual).statusCode(201)
                    .body("drawProbability", equalTo(2f / ServedLine.WINDOW));
        }

        summary().body("given", equalTo(3)).body("audit.audited", equalTo(2)).body("audit.drawn", equalTo(2))
                .body("audit.accuracy.observed", equalTo(right / 2f)).body("audit.escapes", nullValue())
                .body("audit.sentence", containsString("from 2 audited parts"));
        given().get("/audit?line={line}", line.name()).then().statusCode(200)
                .body("findAll { it.action == 'proven' }", hasSize(2))
                .body("find { it.action == 'proven' }.modelVersion", equalTo(model))
                .body("find { it.action == 'proven' }.details.toString()", containsString("from 2 audited parts"))
                .body("findAll { it.details.toString().contains('drawProbability') }", hasSize(2));

        promote(line.newModel(49));
        summary().body("given", equalTo(3)).body("audit", nullValue());
    }

    private void promote(String model) {
        given().contentType(ContentType.JSON).body(Map.of("modelVersion", model, "by", "Ada", "reason", "test"))
                .put("/lines/{line}/champion", line.name()).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}", line.name()).then()
                .body("servingModel", equalTo(model)));
    }

    private static String actual(List<SelectedBatch<LabelledBatch>> captured, Map<String, Object> item) {
        return captured.stream().filter(batch -> batch.offset() == ((Integer) item.get("offset")).longValue())
                .map(batch -> TwoLineImages.CLASS_NAMES
                        .get(batch.batch().labels().values()[(Integer) item.get("image")]))
                .findFirst().orElseThrow();
    }

    /** Given a full queue, when another window comes, then the oldest leave first, of one window the least useful. */
    @Test
    void theQueueIsBounded() {
        String model = line.newModel(47);
        for (int window = 1; window <= 3; window++) {
            book.queue(window(model, window), choices(window, 4), 6);
        }

        List<LabelCandidate> waiting = book.waiting(line.name());

        assertThat(waiting).extracting(candidate -> candidate.place().offset() + ":" + candidate.place().image())
                .containsExactly("3:0", "2:0", "3:1", "2:1", "3:2", "3:3");
        assertThat(book.chosen(line.name(), model, 10)).hasSize(6).first().isEqualTo(new float[]{3, 0});
    }

    private Window window(String model, int number) {
        return new Window(line.name(), model, "made-up", 0, number, 4,
                new DriftFinding(1, List.of(), null, "", 0, false),
                null, null, List.of(), List.of(), List.of(), Instant.EPOCH.plusSeconds(number));
    }

    private List<Choice> choices(int window, int count) {
        return IntStream.range(0, count).mapToObj(image -> new Choice(
                new Observation(new float[]{window, image}, new double[0], 0, 0.5, null,
                        new ImagePlace("made-up-" + line.name(), 0, window, image)),
                LabelReason.DIFFERENT, image)).toList();
    }

    private void awaitQueue(int images) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/label-queue", line.name())
                .then().statusCode(200).body("items", hasSize(images)));
    }

    /** A captured batch that the model has predicted. */
    private SelectedBatch<LabelledBatch> captured(long seed) {
        SelectedBatch<LabelledBatch> batch = line.capture(ServedLine.BATCH, seed).get(0);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/predictions", line.name())
                .then().body("findAll { it.offset == " + batch.offset() + " }", hasSize(1)));
        return batch;
    }

    private ValidatableResponse label(long offset, int image, String className) {
        return post(offset, image, Map.of("className", className));
    }

    private ValidatableResponse post(long offset, int image, Map<String, Object> more) {
        return given().contentType(ContentType.JSON).body(body(offset, image, more))
                .post("/lines/{line}/labels", line.name()).then();
    }

    private Map<String, Object> body(long offset, int image, Map<String, Object> more) {
        OffsetRange anyOfTheLine = line.data().train().ranges().get(0);
        Map<String, Object> body = new HashMap<>(Map.of("topic", anyOfTheLine.topic(), "partition",
                anyOfTheLine.partition(), "offset", offset, "image", image, "by", "Ada"));
        body.putAll(more);
        return body;
    }

    private ValidatableResponse summary() {
        return given().get("/lines/{line}/labels", line.name()).then().statusCode(200);
    }

    private static byte[] image(List<SelectedBatch<LabelledBatch>> captured, Map<String, Object> item) {
        return captured.stream().filter(batch -> batch.offset() == ((Integer) item.get("offset")).longValue())
                .map(batch -> batch.batch().images().image((Integer) item.get("image"))).findFirst().orElseThrow();
    }

    private static byte[] pixels(String dataUri) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(dataUri.substring("data:image/png;base64,".length()))));
        int[] samples = picture.getRaster().getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return pixels;
    }

    private static ModelManifest told(ModelManifest model, GivenLabel label) {
        return new ModelManifest(model.modelVersion(), model.kind(), model.method(), model.jobId(),
                model.adaptationId(), model.source(), model.target(), model.shape(), model.classNames(),
                model.preset(), model.seed(), model.backend(), model.hyperparameters(), model.parentModel(),
                List.of(label), model.expectedMix(), model.pixelScaling(), model.views(), model.backbone(),
                model.trainSeconds(), model.imagesPerSecond(), model.codeVersion(),
                model.parametersSha256(), model.createdAt());
    }
}
