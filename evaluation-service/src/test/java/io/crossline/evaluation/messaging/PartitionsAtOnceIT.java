package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.ServedLine;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.HeldCompanions;
import io.crossline.kafka.TopicSettings;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PartitionsAtOnceIT {

    private static final int PARTITIONS = TopicSettings.defaults().partitions();
    private static final int BATCHES = 3;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private HeldCompanions companions;

    @AfterEach
    void close() {
        probe.close();
        if (companions != null) {
            companions.letGo();
        }
    }

    /** Given a line whose batch takes long, then a line on another consumer's partition is predicted meanwhile, and each line's order stays. */
    @Test
    void aSlowLineHoldsUpNoOtherAndOrderStays() {
        // Given
        ServedLine slow = served(0);
        ServedLine other = served(PARTITIONS - 1);
        Fixtures.allWatched(probe);
        companions = new HeldCompanions(slow.name());
        QuarkusMock.installMockForType(companions, Companions.class);

        // When
        capture(slow);
        await().until(companions::hasHeld);
        capture(other);

        // Then
        awaitPredictions(other, BATCHES);
        assertPredictions(slow, 1);
        companions.letGo();
        awaitPredictions(slow, BATCHES);
        assertInOrder(slow);
        assertInOrder(other);
    }

    /** On a partition of one of two consumers: each has half of them. */
    private ServedLine served(int partition) {
        ServedLine line = new ServedLine(probe, Stream.generate(ServedLine::newName)
                .filter(name -> Utils.toPositive(Utils.murmur2(name.getBytes(StandardCharsets.UTF_8)))
                        % PARTITIONS == partition)
                .findFirst().orElseThrow());
        line.newModel(21 + partition);
        return line;
    }

    private static void capture(ServedLine line) {
        line.capture(BATCHES * ServedLine.BATCH, 5);
    }

    private static void awaitPredictions(ServedLine line, int batches) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertPredictions(line, batches));
    }

    private static void assertPredictions(ServedLine line, int batches) {
        given().get("/lines/{line}/predictions", line.name()).then().body("", hasSize(batches));
    }

    private void assertInOrder(ServedLine line) {
        assertThat(probe.consumeUntil(Topics.PREDICTIONS, record -> record.key().equals(line.name()),
                found -> found.size() == BATCHES)).extracting(
                        record -> Json.decode(record.value(), BatchPredicted.class).sourceOffset())
                .isSorted();
    }
}
