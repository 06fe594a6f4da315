package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;

/** The topic of captured images is deleted and made anew, so that its places are given a second time. */
class TopicMadeAnewIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String LINE = "line-b";

    private ReplicaPlant plant;
    private KafkaProbe probe;

    @BeforeEach
    void open() throws IOException {
        plant = new ReplicaPlant("anew");
        probe = plant.probe();
    }

    @AfterEach
    void close() throws Exception {
        plant.close();
    }

    @Test
    void labelsStayWithTheirImagesAndWindowsGoOn() throws Exception {
        // Given a line that is served, with a window and a label, and whose champion's images are kept
        Replica evaluation = evaluation();
        PlantLine line = new PlantLine(probe, LINE, 1);
        probe.consumeUntil(Topics.MODELS_EVALUATED, record -> true, models -> models.size() == 1);
        evaluation.rest().put("/lines/line-b/champion",
                Map.of("modelVersion", line.model(), "by", "Ada", "reason", "serves"));
        RecordMetadata first = line.capture(0);
        line.capture(1);
        awaitWindows(evaluation, 1);
        label(evaluation, first, "ring");
        assertThat(evaluation.rest().status(picture(first))).isEqualTo(200);
        probe.consumeUntil(Topics.DATASETS_INDEX, record -> true, kept -> kept.size() >= 2);
        evaluation.close();

        // When the topic is made anew, and other images come to lie where those were
        remake();
        evaluation = evaluation();
        RecordMetadata at = line.capture(2);
        for (int i = 3; at.offset() < first.offset() + 1; i++) {
            at = line.capture(i);
        }

        // Then their windows follow, none of them has the label, and that is still there
        awaitWindows(evaluation, 2);
        JsonNode predictions = evaluation.rest().get("/lines/line-b/predictions");
        assertThat(predictions.findValuesAsText("topic")).contains(Topics.IMAGES_CAPTURED)
                .anyMatch(topic -> topic.startsWith(Topics.IMAGES_CAPTURED + "@"));
        Replica anew = evaluation; // which sees the new topic within 10 s
        await().atMost(PATIENCE).untilAsserted(() -> label(anew, first, "blob")); // refused where it has another label
        assertThat(evaluation.rest().get("/lines/line-b/labels").toString()).contains("\"ring\":1", "\"blob\":1");
    }

    private static void label(Replica evaluation, RecordMetadata at, String className) {
        evaluation.rest().post("/lines/line-b/labels", Map.of("topic", at.topic(), "partition", at.partition(),
                "offset", at.offset(), "image", 0, "className", className, "by", "Ada"));
    }

    private static String picture(RecordMetadata at) {
        return "/lines/%s/pictures/%d/%d/0".formatted(LINE, at.partition(), at.offset());
    }

    private void awaitWindows(Replica evaluation, int least) {
        await().atMost(PATIENCE).until(
                () -> evaluation.rest().get("/lines/line-b/windows").size() >= least);
    }

    private void remake() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", plant.bootstrapServers()))) {
            int partitions = admin.describeTopics(Set.of(Topics.IMAGES_CAPTURED)).allTopicNames().get()
                    .get(Topics.IMAGES_CAPTURED).partitions().size();
            admin.deleteTopics(Set.of(Topics.IMAGES_CAPTURED)).all().get();
            await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(Topics.IMAGES_CAPTURED));
            admin.createTopics(List.of(new NewTopic(Topics.IMAGES_CAPTURED, partitions, (short) 1))).all().get();
        }
    }

    private Replica evaluation() {
        Replica replica = plant.start("evaluation", Map.of("CROSSLINE_LOOP_ENABLED", "false",
                "CROSSLINE_KEPT_INTERVAL", "1s",
                "CROSSLINE_DRIFT_WINDOW_IMAGES", Integer.toString(2 * PlantLine.BATCH)));
        await().atMost(PATIENCE).until(replica::isReady);
        return replica;
    }
}
