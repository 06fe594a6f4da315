package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;

/** Two replicas of ingest, translation, evaluation and dashboard on one broker and database; each of evaluation stands still for a while. */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("nightly")
class TwoReplicasIT {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int PARTITIONS = 6;

    private ReplicaPlant plant;
    private final Map<String, List<Replica>> replicas = new TreeMap<>();
    private final List<PlantLine> lines = new ArrayList<>();
    /** Where each batch of a line lies, by the line. */
    private final Map<String, Map<Long, Integer>> ordinals = new HashMap<>();
    private KafkaProbe probe;
    private int sent;

    @BeforeAll
    void eachReplicaOfEvaluationStandsStillForAWhile() throws IOException {
        plant = new ReplicaPlant("replicas");
        probe = plant.probe();
        start();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            lines.add(new PlantLine(probe, lineOn(partition), partition));
        }
        probe.consumeUntil(Topics.MODELS_EVALUATED, record -> true, models -> models.size() == PARTITIONS);
        probe.awaitConsumed("evaluation-service", Topics.IMAGES_CAPTURED);
        for (PlantLine line : lines) {
            Rest evaluation = replicas.get("evaluation").get(lines.indexOf(line) % 2).rest();
            evaluation.put("/lines/" + line.name() + "/champion",
                    Map.of("modelVersion", line.model(), "by", "Ada", "reason", "serves"));
            // its images are poorer in contrast than those that its model learnt from
            evaluation.put("/lines/" + line.name() + "/settings", Map.of("checksOff",
                    Stream.of(FrameCheck.values()).map(FrameCheck::id).toList(), "by", "Ada", "reason", "Drawn"));
        }
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true); // both replicas have heard of the champions by then

        capture(3); // a whole window and half of one
        for (Replica standing : replicas.get("evaluation")) {
            standing.freeze();
            try {
                capture(3); // the other one gets its lines
            } finally {
                standing.goOn();
            }
            capture(2);
        }
    }

    private void start() {
        for (String service : List.of("ingest", "translation", "evaluation", "dashboard")) {
            for (int i = 0; i < 2; i++) {
                Map<String, String> environment = new HashMap<>(Map.of("CROSSLINE_LOOP_ENABLED", "false",
                        "CROSSLINE_DRIFT_WINDOW_IMAGES", Integer.toString(2 * PlantLine.BATCH),
                        "CROSSLINE_TRAINING_URL", "http://localhost:1"));
                for (Map.Entry<String, List<Replica>> other : replicas.entrySet()) {
                    environment.put("CROSSLINE_" + other.getKey().toUpperCase(Locale.ROOT) + "_URL",
                            other.getValue().get(Math.min(i, other.getValue().size() - 1)).address().toString());
                }
                replicas.computeIfAbsent(service, name -> new ArrayList<>())
                        .add(plant.start(service, environment));
            }
        }
        replicas.values().stream().flatMap(List::stream)
                .forEach(replica -> await().atMost(PATIENCE).until(replica::isReady));
    }

    private static String lineOn(int partition) {
        return Stream.iterate(0, i -> i + 1).map(i -> "line-" + i)
                .filter(name -> Utils.toPositive(Utils.murmur2(name.getBytes())) % PARTITIONS == partition).findFirst()
                .orElseThrow();
    }

    /** Sends so many batches of each line, one after the other, and awaits their predictions. */
    private void capture(int rounds) {
        for (int i = 0; i < rounds; i++) {
            for (PlantLine line : lines) {
                RecordMetadata at = line.capture(sent);
                ordinals.computeIfAbsent(line.name(), name -> new HashMap<>()).put(at.offset(), sent);
            }
            sent++;
        }
        predictions(this::isAll);
    }

    private boolean isAll(List<ConsumerRecord<String, byte[]>> predictions) {
        return predictions.stream().map(record -> event(record).eventId()).distinct().count() >= (long) sent
                * lines.size();
    }

    private static BatchPredicted event(ConsumerRecord<String, byte[]> record) {
        return Json.decode(record.value(), BatchPredicted.class);
    }

    private List<ConsumerRecord<String, byte[]>> predictions(
            Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        return probe.consumeUntil(Topics.PREDICTIONS, record -> true, condition);
    }

    @AfterAll
    void close() throws Exception {
        plant.close();
    }

    /** Given two replicas that stood still one after the other, then each batch is predicted, and again only with the same event id. */
    @Test
    void everyBatchIsPredictedOnce() {
        Map<String, String> idOfRecord = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : predictions(this::isAll)) {
            BatchPredicted event = event(record);
            String place = event.sourceTopic() + ":" + event.sourcePartition() + ":" + event.sourceOffset();
            String other = idOfRecord.put(place, event.eventId());
            assertThat(other == null || other.equals(event.eventId())).as(place).isTrue();
        }
        assertThat(idOfRecord).hasSize(sent * lines.size());
    }

    /** Given half windows at each stop, then no window holds an image twice, or images of before a stop beside those of after it. */
    @Test
    void windowsAreNeitherDoubledNorMixed() {
        for (PlantLine line : lines) {
            int newest = Integer.MAX_VALUE;
            JsonNode windows = replicas.get("evaluation").get(0).rest().get("/lines/" + line.name() + "/windows");
            assertThat(windows).as(line.name()).hasSizeBetween(3, sent / 2);
            for (JsonNode window : windows) {
                int last = ordinals.get(line.name()).get(window.path("lastOffset").asLong());
                assertThat(last).as("window of %s", line.name()).isLessThan(newest - 1);
                assertThat(window.path("now").path("brightness").asDouble()).as("window of %s to batch %d", line.name(),
                        last).isCloseTo(line.brightness(last - 1, last), within(0.5));
                newest = last;
            }
        }
    }

    @Test
    void bothReplicasOfIngestAnswerTheSame() {
        sameOf("ingest", "/lines");
        lines.forEach(line -> sameOf("ingest", "/lines/" + line.name()));
    }

    @Test
    void bothReplicasOfTranslationAnswerTheSame() {
        sameOf("translation", "/generators");
    }

    @Test
    void bothReplicasOfEvaluationAnswerTheSame() {
        sameOf("evaluation", "/lines");
        sameOf("evaluation", "/audit");
        sameOf("evaluation", "/evaluations");
        for (PlantLine line : lines) {
            for (String path : List.of("", "/promotions", "/predictions", "/windows", "/cycles", "/labels",
                    "/label-queue", "/unknown")) {
                sameOf("evaluation", "/lines/" + line.name() + path);
            }
        }
    }

    @Test
    void bothReplicasOfTheDashboardAnswerTheSame() {
        sameOf("dashboard", "/api/overview");
        for (PlantLine line : lines) {
            sameOf("dashboard", "/api/serving/" + line.name());
            sameOf("dashboard", "/api/serving/" + line.name() + "/windows");
        }
    }

    private void sameOf(String service, String path) {
        await(service + path).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(answer(service, 0, path))
                .isEqualTo(answer(service, 1, path)));
    }

    /** Without what follows the clock. */
    private JsonNode answer(String service, int replica, String path) {
        JsonNode answer = replicas.get(service).get(replica).rest().get(path);
        answer.findParents("imagesPerSecond").forEach(node -> ((ObjectNode) node).remove("imagesPerSecond"));
        if (answer.has("throughput")) {
            ((ObjectNode) answer).remove(List.of("throughput", "at"));
        }
        return answer;
    }
}
