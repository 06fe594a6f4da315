package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.ServedLine;
import io.crossline.evaluation.store.OutboxStore;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What is done while the broker is away is done at once, and all are told when it is back. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For what waits for no broker. A producer's own patience is two minutes. */
    private static final long AT_ONCE = 30;

    @Inject
    CapturedBatchConsumer consumer;

    @Inject
    OutboxStore outbox;

    Runnable stopBroker;
    Runnable startBroker;
    private boolean isAway;

    /** Other tests need it. */
    @AfterEach
    void bringTheBrokerBack() {
        if (isAway) {
            startBroker.run();
        }
    }

    /**
     * Given a broker that is away, when people promote and roll back and batches are in hand, then all of it takes effect at once; when the
     * broker is back, then topics and database agree, in the order in which it happened.
     */
    @Test
    @Timeout(240)
    void nothingWaitsForABrokerThatIsAway() {
        ServedLine line;
        String first;
        String second;
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            line = new ServedLine(probe);
            first = line.newModel(11);
            second = line.newModel(12);
            promote(line, first).statusCode(200);
            line.capture(ServedLine.WINDOW, 3);
            await().atMost(PATIENCE).untilAsserted(() -> predictions(line).body("", hasSize(2)));
            // a window that is being estimated when the broker goes holds up the line's next batch
            Fixtures.allWatched(probe);
            probe.first(Topics.MODELS_PROMOTED, record -> record.key().equals(line.name()));
            await().atMost(PATIENCE).until(() -> outbox.state().rows() == 0);

            stopBroker.run();
            isAway = true;
        }

        // When
        long began = System.nanoTime();
        promote(line, second).statusCode(200);
        rollBack(line, second).statusCode(200).body("modelVersion", equalTo(first));
        List<Long> offsets = List.of(1_000_000L, 1_000_001L);
        offsets.forEach(offset -> consumer.predict(batch(line, offset)));
        promote(line, second).statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(AT_ONCE));
        rollBack(line, first).statusCode(409).body("detail", containsString(second + " serves line"));
        assertThat(outbox.state().rows()).isGreaterThanOrEqualTo(5);
        predictions(line).body("", hasSize(4));
        given().get("/q/metrics").then().body(containsString("crossline_outbox_events"));

        startBroker.run();
        isAway = false;

        // Then
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> outbox.state().rows() == 0);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            assertThat(probe.consumeUntil(Topics.MODELS_PROMOTED, record -> record.key().equals(line.name()),
                    found -> found.size() == 6)).extracting(
                            record -> Json.decode(record.value(), ModelPromoted.class).modelVersion())
                    .containsExactly(first, second, first, second, first, second);
            given().get("/lines/{line}", line.name()).then().body("champion.modelVersion", equalTo(second));
            assertThat(probe.consumeUntil(Topics.PREDICTIONS, record -> record.key().equals(line.name()),
                    found -> found.size() == 4)).extracting(
                            record -> Json.decode(record.value(), BatchPredicted.class).sourceOffset())
                    .endsWith(offsets.get(0), offsets.get(1));
        }
    }

    /** Of two replicas one relays: the right to do so cannot be had twice. */
    @Test
    void onlyOneRelays() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Stream.generate(() -> outbox.relay(PATIENCE)).limit(3))
                .allSatisfy(begun -> assertThat(begun).isEmpty()));
    }

    @Test
    void readinessTellsHowFullTheOutboxIs() {
        given().get("/q/health/ready").then().body("checks.find { it.name == 'outbox' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'outbox' }.data.oldestSecondsAtMost", equalTo(300));
    }

    private static ConsumerRecord<String, byte[]> batch(ServedLine line, long offset) {
        UnlabelledBatch batch = new UnlabelledBatch(
                new BatchOrigin(line.name(), line.name() + "-images", Split.TRAIN, Instant.now()),
                TwoLineImages.target(Split.TRAIN, 20, 20, offset).get(0).images());
        return new ConsumerRecord<>(Topics.IMAGES_CAPTURED, 0, offset, line.name(), ImageBatchCodec.encode(batch));
    }

    private static ValidatableResponse predictions(ServedLine line) {
        return given().get("/lines/{line}/predictions", line.name()).then().statusCode(200);
    }

    private static ValidatableResponse promote(ServedLine line, String model) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("modelVersion", model, "by", "Ada", "reason", "try"))
                .put("/lines/{line}/champion", line.name()).then();
    }

    private static ValidatableResponse rollBack(ServedLine line, String leaves) {
        return given().contentType(ContentType.JSON).body(Map.of("leaves", leaves, "by", "Ada", "reason", "try"))
                .post("/lines/{line}/rollback", line.name()).then();
    }
}
