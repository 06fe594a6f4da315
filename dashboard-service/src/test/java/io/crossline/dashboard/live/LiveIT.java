package io.crossline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.contracts.Verdict;
import io.crossline.dashboard.stub.FakeServices;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * From Kafka to the open page. Channels read from now on, so a test writes its record until the page has it: an event
 * may come twice.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/live")
    URI address;

    private KafkaProbe bus;
    private LivePage page;

    @BeforeEach
    void openPage() {
        bus = KafkaProbe.ofTest();
        page = new LivePage(live(), "http://" + address.getAuthority());
    }

    @AfterEach
    void closePage() {
        page.close();
        bus.close();
    }

    @Test
    void greets() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(page.messages("hello")).isNotEmpty());
    }

    @Test
    void aProgressEventReachesThePage() {
        // Given a job's progress
        TrainingProgress progress = progress(UUID.randomUUID());

        // When it is in Kafka
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            bus.produce(Topics.TRAINING_PROGRESS, progress.jobId().toString(), Json.encode(progress));
            assertThat(messagesOf(progress.jobId())).isNotEmpty();
        });

        // Then the page has it as it was sent
        JsonNode shown = messagesOf(progress.jobId()).get(0);
        assertThat(Json.mapper().convertValue(shown, TrainingProgress.class)).isEqualTo(progress);
    }

    @Test
    void aProgressEventThatIsNoneIsPassedOverAndTheNextOneArrives() {
        // Given that the channel runs, and a record that is no event
        TrainingProgress first = progress(UUID.randomUUID());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            bus.produce(Topics.TRAINING_PROGRESS, first.jobId().toString(), Json.encode(first));
            assertThat(messagesOf(first.jobId())).isNotEmpty();
        });
        byte[] broken = "{\"jobId\": 7, \"marker\": \"%s\"}".formatted(first.jobId()).getBytes(StandardCharsets.UTF_8);

        // When it is sent, and a good one after it
        TrainingProgress next = progress(UUID.randomUUID());
        bus.produce(Topics.TRAINING_PROGRESS, "broken", broken);
        bus.produce(Topics.TRAINING_PROGRESS, next.jobId().toString(), Json.encode(next));

        // Then the second is on the page, and the first in no dead-letter topic: the evaluation service writes that one
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(messagesOf(next.jobId())).isNotEmpty());
        String deadLetters = Topics.deadLetter(Topics.TRAINING_PROGRESS);
        String end = "end-" + first.jobId();
        bus.produce(deadLetters, end, broken);
        assertThat(bus.consumeUntil(deadLetters, record -> List.of("broken", end).contains(record.key()),
                found -> found.stream().anyMatch(record -> end.equals(record.key()))))
                .extracting(ConsumerRecord::key).containsExactly(end);
    }

    @Test
    void anEvaluationReachesThePage() {
        ModelEvaluated evaluated = new ModelEvaluated("dann-" + UUID.randomUUID(), ModelKind.CLASSIFIER, Method.DANN,
                UUID.randomUUID(), UUID.randomUUID(), "a", "b", 0.98, 0.9, Map.of(), Verdict.ACCEPTED, "scored",
                null, Instant.now());

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            bus.produce(Topics.MODELS_EVALUATED, evaluated.modelVersion(), Json.encode(evaluated));
            assertThat(page.messages("evaluated")).extracting(message -> message.path("modelVersion").asText())
                    .contains(evaluated.modelVersion());
        });
    }

    @Test
    void aPromotionReachesThePage() {
        ModelPromoted promoted = new ModelPromoted("line-b", "dann-" + UUID.randomUUID(), null, "Ada", "steadier",
                Instant.now());

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            bus.produce(Topics.MODELS_PROMOTED, promoted.line(), Json.encode(promoted));
            assertThat(page.messages("promoted")).extracting(message -> message.path("modelVersion").asText())
                    .contains(promoted.modelVersion());
        });
    }

    @Test
    void aDriftReachesThePage() {
        DriftDetected drift = new DriftDetected("line-b", "dann-" + UUID.randomUUID(), Topics.IMAGES_CAPTURED, 0, 9,
                200, 2, Map.of("features", 0.005), false, "darker by 22 %", Instant.now());

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            bus.produce(Topics.DRIFT_DETECTED, drift.line(), Json.encode(drift));
            assertThat(page.messages("drifted")).anySatisfy(message -> {
                assertThat(message.path("modelVersion").asText()).isEqualTo(drift.modelVersion());
                assertThat(message.path("diagnosis").asText()).isEqualTo("darker by 22 %");
            });
        });
    }

    @Test
    void imagesAreCountedByTheirHeaders() {
        // Given the page of a line
        LivePage ofLine = new LivePage(URI.create(live() + "?line=" + TwoLineImages.SOURCE_LINE), null);

        // When the line delivers, then its page has the throughput, and a page of all lines has not
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            TwoLineImages.source(Split.TRAIN, 64, 64, 1).forEach(bus::produce);
            assertThat(ofLine.messages("throughput")).anySatisfy(lines -> assertThat(lines).anySatisfy(line -> {
                assertThat(line.path("line").asText()).isEqualTo(TwoLineImages.SOURCE_LINE);
                assertThat(line.path("imagesPerSecond").asDouble()).isPositive();
            }));
        });
        assertThat(page.messages("throughput")).isEmpty();
        ofLine.close();
    }

    @Test
    void aPageOfAnotherOriginIsRefused() {
        assertThatThrownBy(() -> new LivePage(live(), "http://elsewhere.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private URI live() {
        return URI.create("ws://" + address.getAuthority() + address.getPath());
    }

    private List<JsonNode> messagesOf(UUID jobId) {
        return page.messages("progress").stream()
                .filter(message -> message.path("jobId").asText().equals(jobId.toString())).toList();
    }

    private static TrainingProgress progress(UUID jobId) {
        return new TrainingProgress(jobId, UUID.randomUUID(), Method.DANN, "line-a", "line-b", JobState.RUNNING,
                "train",
                2, 5, true, 0.4, Map.of("label", 0.25), Map.of(), 512.5, 12, 18.0, "", null,
                Instant.parse("2026-01-02T03:04:05.678Z"));
    }
}
