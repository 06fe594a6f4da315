package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Images;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.ServedLine;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Images of a kind that no model knows: served as unknown, grouped, named by a person. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class UnknownIT {

    private static final int STATIC = 15;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final ServedLine line = new ServedLine(probe);

    @Inject
    CapturedBatchConsumer consumer;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void imagesOfAnUnknownKindAreServedAsUnknownAndNamedByAPerson() {
        // Given a served line
        line.newModel(61);

        // When a batch comes whose first images are static
        UnlabelledBatch batch = batch();
        RecordMetadata at = probe.produce(batch);

        // Then these are marked, and keep their class as a guess
        BatchPredicted event = predictions(1).get(0);
        List<Integer> marked = IntStream.range(0, ServedLine.BATCH).filter(event::isUnknown).boxed().toList();
        assertThat(marked).containsAll(IntStream.range(0, STATIC).boxed().toList()).hasSizeLessThan(STATIC + 5);
        assertThat(event.classes()).hasSize(ServedLine.BATCH);
        assertThat(event.verdict(0)).isEqualTo("unknown");
        given().get("/lines/{line}/predictions", line.name()).then().body("[0].unknown", equalTo(marked.size()))
                .body("[0].predicted.collect { it.value }.sum()", equalTo(ServedLine.BATCH - marked.size()));

        // And they are one group, with as many pictures as were asked for
        unknown(5).body("enabled", equalTo(true)).body("waiting", equalTo(marked.size()))
                .body("groups[0].size", equalTo(STATIC)).body("groups[0].images", hasSize(STATIC))
                .body("groups[0].images[0].picture", startsWith("data:image/png;base64,"))
                .body("groups[0].images.findAll { it.picture != null }", hasSize(5)).body("named", anEmptyMap());

        // When it is delivered again, then the marks are the same
        consumer.predict(new ConsumerRecord<>(at.topic(), at.partition(), at.offset(), line.name(),
                ImageBatchCodec.encode(batch)));
        unknown(0).body("waiting", equalTo(marked.size()));
        given().get("/lines/{line}/predictions", line.name()).then().body("[0].unknown", equalTo(marked.size()));

        // When a person names the group, then its images have labels and wait no longer
        List<Map<String, Object>> images = unknown(0).extract().path("groups[0].images");
        name("static", images, false).statusCode(200).body("images", equalTo(STATIC)).body("known", equalTo(false));
        unknown(0).body("waiting", equalTo(marked.size() - STATIC)).body("named", equalTo(Map.of("static", STATIC)));
        given().get("/lines/{line}/labels", line.name()).then().body("byClass", equalTo(Map.of("static", STATIC)));

        // And the same again changes nothing, another name has to be asked for
        name("static", images, false).statusCode(200);
        name("snow", images, false).statusCode(409).body("detail", containsString("was labelled 'static' by Ada"));
        name("snow", images, true).statusCode(200);

        // And a few images are no class yet
        name("frost", images.subList(0, 3), true).statusCode(200).body("missing", equalTo(2));
        name("hail", images.subList(3, 7), true).statusCode(200).body("missing", equalTo(1));
        name("sleet", images.subList(7, 11), true).statusCode(200);
        name("drizzle", images.subList(11, 15), true).statusCode(200);

        // When a job may learn from labels, then it is not told those of a class that its model has no output for
        given().contentType(ContentType.JSON).body(Map.of("by", "Ada", "reason", "now", "useLabels", true))
                .post("/lines/{line}/cycles", line.name()).then().statusCode(202).body("labels", equalTo(0))
                .body("leftOut", equalTo(10));

        // And it leaves out marked images, so many as a tenth of all: here more are marked
        JobRequested job = Json.decode(
                probe.first(Topics.JOBS_REQUESTED, record -> record.key().endsWith("~" + line.name())).value(),
                JobRequested.class);
        assertThat(job.leftOut()).singleElement().satisfies(out -> {
            assertThat(out.topic()).isEqualTo(at.topic());
            assertThat(out.partition()).isEqualTo(at.partition());
            assertThat(out.offset()).isEqualTo(at.offset());
            assertThat(out.images()).hasSize(ServedLine.BATCH / 10).isSubsetOf(marked);
        });
        assertThat(job.classNames()).isEqualTo(TwoLineImages.CLASS_NAMES);
        assertThat(job.examples()).isEmpty();
        given().get("/audit?line={line}", line.name()).then().statusCode(200)
                .body("find { it.action == 'cycle-opened' }.details.leftOut", equalTo(10));
    }

    @Test
    void aNamedKindIsAClassOfTheNextModelWhichMeetsTheChampionAtTheGate() {
        // Given a served line with a told mix of the classes, and a group that a person named
        String champion = line.newModel(63);
        given().contentType(ContentType.JSON)
                .body(Map.of("expectedMix", "horizontal=0.25,vertical=0.25,ring=0.25,blob=0.25", "by", "Ada", "reason",
                        "as planned"))
                .put("/lines/{line}/settings", line.name()).then().statusCode(200);
        RecordMetadata at = probe.produce(batch());
        predictions(1);
        List<Map<String, Object>> images = unknown(0).extract().path("groups[0].images");
        name("static", images, false).statusCode(200).body("known", equalTo(false)).body("missing", equalTo(0));

        // Then the mix may name the kind
        given().get("/lines/{line}/settings", line.name()).then()
                .body("classNames", equalTo(List.of("horizontal", "vertical", "ring", "blob", "static")));

        // When a person adapts now
        given().contentType(ContentType.JSON).body(Map.of("by", "Ada", "reason", "a new kind"))
                .post("/lines/{line}/cycles", line.name()).then().statusCode(202).body("examples", equalTo(STATIC));

        // Then the job has one class more, whose examples are the named images; the mix leaves nothing to it and is left out
        JobRequested job = Json.decode(
                probe.first(Topics.JOBS_REQUESTED, record -> record.key().endsWith("~" + line.name())).value(),
                JobRequested.class);
        List<String> classes = List.of("horizontal", "vertical", "ring", "blob", "static");
        assertThat(job.classNames()).isEqualTo(classes);
        assertThat(job.parentModel()).isEqualTo(champion);
        assertThat(job.examples()).hasSize(STATIC).allSatisfy(example -> {
            assertThat(example.offset()).isEqualTo(at.offset());
            assertThat(example.image()).isLessThan(STATIC);
            assertThat(example.className()).isEqualTo("static");
        });
        assertThat(job.leftOut()).flatExtracting(BatchImages::images)
                .doesNotContainAnyElementsOf(IntStream.range(0, STATIC).boxed().toList());
        assertThat(job.expectedMix()).isNull();

        // When its model comes, which answers as the champion does, and knows of the line's other images no static
        JobRequested made = Fixtures.on(job, line.data(), line.data()).learning(classes, job.examples());
        try (ClassifierNetworks before = ClassifierNetworks.create(job.shape(), 4, 63);
                ClassifierNetworks networks = before.grown(classes.size())) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(made, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }

        // Then it is scored on the source's test images, which have none of the kind, and compared with the champion
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        given().get("/evaluations/{model}", job.modelVersion()).then().statusCode(200)
                .body("classNames", equalTo(classes)).body("scores[0].images", equalTo(ServedLine.WINDOW))
                .body("scores[0].classes.find { it.className == 'static' }.support", equalTo(0));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/lines/{line}/cycles", line.name())
                .then().body("[0].state", equalTo("CLOSED")).body("[0].outcome", equalTo("REFUSED"))
                .body("[0].gate.validators", hasSize(5)));

        // When a person makes it champion, then the kind is served as its class, for the examples are known
        given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", job.modelVersion(), "by", "Ada", "reason", "it knows static"))
                .put("/lines/{line}/champion", line.name()).then().statusCode(200);
        probe.produce(batch());
        BatchPredicted after = predictions(2).get(1);
        assertThat(after.modelVersion()).isEqualTo(job.modelVersion());
        assertThat(after.classNames()).isEqualTo(classes);
        assertThat(IntStream.range(0, STATIC).filter(after::isUnknown)).isEmpty();
    }

    @Test
    void whatCannotBeNamedIsRefusedWithTheReason() {
        line.newModel(62);
        RecordMetadata at = probe.produce(batch());
        predictions(1);
        Map<String, Object> known = Map.of("topic", at.topic(), "partition", at.partition(), "offset", at.offset(),
                "image", ServedLine.BATCH + 7);
        List<Map<String, Object>> images = unknown(0).extract().path("groups[0].images");

        name("unknown", images, false).statusCode(400).body("field", equalTo("className"));
        name(" ", images, false).statusCode(400).body("violations[0].field", containsString("className"));
        name("static", List.of(), false).statusCode(400).body("violations[0].field", containsString("images"));
        name("static", List.of(images.get(0), known), false).statusCode(404).body("field", equalTo("images"));
        given().get("/lines/{line}/labels", line.name()).then().body("given", equalTo(0));
    }

    private int batches;

    private UnlabelledBatch batch() {
        byte[] pixels = TwoLineImages.target(Split.TRAIN, ServedLine.BATCH, ServedLine.BATCH, 5).get(0).images()
                .pixels().clone();
        byte[] noise = new byte[STATIC * TwoLineImages.SHAPE.bytes()];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, pixels, 0, noise.length);
        // of another data set each time: the same batch again is not predicted again
        return new UnlabelledBatch(
                new BatchOrigin(line.name(), line.name() + "-images-" + ++batches, Split.TRAIN, Instant.now()),
                new Images(TwoLineImages.SHAPE, ServedLine.BATCH, pixels));
    }

    /** All predictions of the line, once there are so many. */
    private List<BatchPredicted> predictions(int count) {
        return probe.consumeUntil(Topics.PREDICTIONS, record -> record.key().equals(line.name()),
                found -> found.size() == count).stream()
                .map(record -> Json.decode(record.value(), BatchPredicted.class)).toList();
    }

    private ValidatableResponse unknown(int pictures) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}/predictions", line.name())
                .then().body("", hasSize(1)));
        return given().get("/lines/{line}/unknown?pictures={count}", line.name(), pictures).then().statusCode(200);
    }

    private ValidatableResponse name(String className, List<Map<String, Object>> images, boolean replace) {
        List<Map<String, Object>> places = images.stream().map(image -> {
            return Map.of("topic", image.get("topic"), "partition", image.get("partition"), "offset",
                    image.get("offset"), "image", image.get("image"));
        }).toList();
        return given().contentType(ContentType.JSON)
                .body(Map.of("className", className, "by", "Ada", "images", places, "replace", replace))
                .post("/lines/{line}/unknown/names", line.name()).then();
    }
}
