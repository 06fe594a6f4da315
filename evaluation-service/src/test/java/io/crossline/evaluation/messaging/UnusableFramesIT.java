package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.Images;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.ServedLine;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.serving.UnusableBook;
import io.crossline.evaluation.serving.UsableImages;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Black frames among good ones: served as unusable, counted, shown, and a fault of the camera where they are many. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class UnusableFramesIT {

    private static final int BLACK = 30;

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @Inject
    CapturedBatchConsumer consumer;

    @Inject
    UnusableBook book;

    @Inject
    UsableImages usable;

    @Inject
    ServingModels models;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void blackFramesOfAServedLineAreUnusableAndInNoWindow() {
        // Given a served line
        ServedLine line = new ServedLine(probe);
        line.newModel(71);

        // When batches come of which some frames are black
        UnlabelledBatch first = batch(line.name(), 1, BLACK);
        RecordMetadata at = probe.produce(first);
        probe.produce(batch(line.name(), 2, 0));

        // Then these get no class
        List<BatchPredicted> events = predictions(line.name(), 2);
        BatchPredicted event = events.get(0);
        assertThat(event.unusable().subList(0, BLACK)).containsOnly(FrameCheck.NO_LIGHT);
        assertThat(event.unusable().subList(BLACK, ServedLine.BATCH)).containsOnlyNulls();
        assertThat(event.verdict(0)).isEqualTo("unusable");
        assertThat(event.probabilities().subList(0, BLACK)).containsOnly(0.0);
        assertThat(event.unknown().subList(0, BLACK)).containsOnly(false);
        assertThat(event.classNames()).contains(event.verdict(ServedLine.BATCH - 1));
        assertThat(events.get(1).unusable()).isEmpty();
        given().get("/lines/{line}/predictions", line.name()).then().body("[1].images", equalTo(ServedLine.BATCH))
                .body("[1].unusable", equalTo(BLACK)).body("[0].unusable", equalTo(0));
        given().get("/lines/{line}/predictions?partId=P-1-0", line.name()).then()
                .body("[0].className", equalTo("unusable")).body("[0].unusable", equalTo("no light"))
                .body("[0].guess", nullValue());

        // And they are counted and shown, once however often the batch comes
        consumer.predict(new ConsumerRecord<>(at.topic(), at.partition(), at.offset(), line.name(),
                ImageBatchCodec.encode(first)));
        String picture = given().get("/lines/{line}/unusable?limit=5", line.name()).then().statusCode(200)
                .body("counts", equalTo(Map.of("no light", BLACK))).body("newest", hasSize(5))
                .body("newest[0].check", equalTo("no light")).body("newest[0].limit", notNullValue())
                .body("newest[0].partId", equalTo("P-1-" + (BLACK - 1))).extract().path("newest[0].picture");
        given().get(picture).then().statusCode(200).contentType("image/png");

        // And they fill no window: of 200 images 170 are usable
        given().get("/lines/{line}/windows", line.name()).then().body("$", hasSize(0));
        probe.produce(batch(line.name(), 3, 0));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> given().get("/lines/{line}/windows", line.name()).then().body("$", hasSize(1)));

        // And no job of the line learns from them
        DataSelection selection = new DataSelection(line.name(), null, Split.TRAIN,
                List.of(new OffsetRange(at.topic(), at.partition(), at.offset(), at.offset() + 1)));
        assertThat(book.unusableIn(selection)).singleElement().satisfies(batch -> assertThat(batch.images())
                .isEqualTo(IntStream.range(0, BLACK).boxed().toList()));

        // And no model is judged by them
        ModelManifest manifest = models.model(line.name()).orElseThrow().manifest();
        assertThat(usable.newest(line.name(), manifest, 3 * ServedLine.BATCH).orElseThrow())
                .hasSize((3 * ServedLine.BATCH - BLACK) * manifest.shape().bytes());
    }

    @Test
    void aLineWithoutAChampionHasItsCameraWatched() {
        // Given a line that no model serves
        String line = ServedLine.newName();

        // When its camera sends black frames alone
        probe.produce(batch(line, 4, ServedLine.BATCH));

        // Then it has a fault
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}", line).then()
                .body("cameraFault.check", equalTo("no light")).body("cameraFault.frames", equalTo(ServedLine.BATCH))
                .body("cameraFault.since", notNullValue()));
        given().get("/lines/{line}/unusable", line).then()
                .body("counts", equalTo(Map.of("no light", ServedLine.BATCH))).body("newest", hasSize(12));

        // When enough good frames come, then it ends
        for (int seed = 5; seed < 9; seed++) {
            probe.produce(batch(line, seed, 0));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> given().get("/lines/{line}", line).then().body("cameraFault", nullValue()));
    }

    @Test
    void aCheckThatIsSwitchedOffMarksNothing() {
        // Given a line without that check
        String line = ServedLine.newName();
        given().contentType("application/json")
                .body(Map.of("checksOff", List.of("no light", "frozen", "no part in view"), "by", "Ada", "reason",
                        "dark field"))
                .put("/lines/{line}/settings", line).then().statusCode(200)
                .body("checksOff", equalTo(List.of("no light", "frozen", "no part in view")));
        given().get("/audit?line={line}", line).then()
                .body("[0].details.checksOff", equalTo(List.of("no light", "frozen", "no part in view")));

        // When black frames come, and then white ones
        probe.produce(batch(line, 10, 10));
        probe.produce(filled(line, 11, 255));

        // Then the white ones alone are marked
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/lines/{line}/unusable", line).then()
                .body("counts", equalTo(Map.of("over-exposed", ServedLine.BATCH))));
        given().contentType("application/json").body(Map.of("checksOff", List.of("dirt"), "by", "Ada", "reason", "x"))
                .put("/lines/{line}/settings", line).then().statusCode(400);
    }

    private static UnlabelledBatch filled(String line, long seed, int value) {
        UnlabelledBatch batch = batch(line, seed, 0);
        Arrays.fill(batch.images().pixels(), (byte) value);
        return batch;
    }

    /** @param black so many of its first frames are */
    private static UnlabelledBatch batch(String line, long seed, int black) {
        Images images = TwoLineImages.target(Split.TRAIN, ServedLine.BATCH, ServedLine.BATCH, 700 + seed).get(0)
                .images();
        byte[] pixels = images.pixels().clone();
        Arrays.fill(pixels, 0, black * images.shape().bytes(), (byte) 0);
        List<ImagePart> parts = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) {
            parts.add(new ImagePart("P-" + seed + "-" + i, null, null));
        }
        return new UnlabelledBatch(new BatchOrigin(line, line + "-images", Split.TRAIN, Instant.now()),
                new Images(images.shape(), images.count(), pixels, parts));
    }

    private List<BatchPredicted> predictions(String line, int count) {
        return probe.consumeUntil(Topics.PREDICTIONS, record -> line.equals(record.key()),
                records -> records.size() >= count).stream()
                .map(record -> Json.decode(record.value(), BatchPredicted.class)).toList();
    }
}
