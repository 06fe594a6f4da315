package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;

/**
 * All services, each with its own account at Kafka and over TLS, evaluation with a database role that cannot change history: nobody lacks a
 * right.
 */
class GuardedPlantIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private GuardedPlant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new GuardedPlant();
    }

    @AfterEach
    void close() throws Exception {
        plant.close();
    }

    @Test
    void everyServiceDoesItsWorkWithItsOwnRights() throws Exception {
        // Given all services, each ready
        Replica ingest = plant.start("ingest", Map.of());
        Map<String, String> loop = new HashMap<>(plant.databaseSettings());
        loop.putAll(Map.of("CROSSLINE_EVALUATION_ABOVE_COMMONEST_CLASS", "false", "CROSSLINE_KEPT_INTERVAL", "1s"));
        Replica evaluation = plant.start("evaluation", loop);
        Replica training = plant.start("training",
                Map.of("CROSSLINE_TRAINING_CHECKPOINTS", plant.folder("checkpoints")));
        Replica translation = plant.start("translation", Map.of());
        Map<String, String> upstream = new HashMap<>();
        Map.of("INGEST", ingest, "EVALUATION", evaluation, "TRAINING", training, "TRANSLATION", translation)
                .forEach((name, replica) -> {
                    upstream.put("CROSSLINE_%s_URL".formatted(name), replica.address().toString());
                    upstream.put("QUARKUS_REST_CLIENT_%s_TLS_CONFIGURATION_NAME".formatted(name), "plant");
                });
        upstream.put("QUARKUS_REST_CLIENT_LOOP_TLS_CONFIGURATION_NAME", "plant");
        Replica dashboard = plant.start("dashboard", upstream);
        for (Replica service : new Replica[]{ingest, evaluation, training, translation, dashboard}) {
            await().atMost(PATIENCE).until(service::isReady);
        }

        // When a camera sends a broken record, then ingest puts it aside
        KafkaProbe admin = plant.probe("admin");
        KafkaProbe camera = plant.probe("producer");
        camera.produce(Topics.IMAGES_CAPTURED, "line-b", new byte[]{1, 2, 3});
        admin.first(Topics.deadLetter(Topics.IMAGES_CAPTURED), record -> record.value().length == 3);
        admin.first(Topics.IMAGES_CHECKED, record -> true);

        // When a line's model is there and a person promotes it, then evaluation keeps its images and tells of it
        PlantLine line = new PlantLine(admin, "line-b", 1);
        admin.first(Topics.MODELS_EVALUATED, record -> true);
        evaluation.rest().put("/lines/line-b/champion",
                Map.of("modelVersion", line.model(), "by", "Ada", "reason", "serves"));
        KafkaProbe reader = plant.probe("consumer");
        reader.first(Topics.MODELS_PROMOTED, record -> true);
        reader.first(Topics.AUDIT_HEADS, record -> true);
        admin.first(Topics.DATASETS_INDEX, record -> true);

        // And it predicts what the camera sends, for readers of the plant
        PlantLine captured = line.sentBy(camera);
        captured.capture(0);
        assertThat(reader.first(Topics.PREDICTIONS, record -> true)).satisfies(record -> assertThat(
                Json.decode(record.value(), BatchPredicted.class).modelVersion()).isEqualTo(line.model()));

        // When a person opens a cycle, then training takes the job and tells how it goes
        evaluation.rest().post("/lines/line-b/cycles", Map.of("by", "Ada", "reason", "new lamp"));
        admin.first(Topics.JOBS_REQUESTED, record -> true);
        admin.first(Topics.TRAINING_PROGRESS, record -> true);

        // And the dashboard reaches every service
        assertThat(dashboard.rest().get("/api/overview").path("services")).hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(service -> assertThat(service.path("state").asText()).as(service.toString())
                        .isEqualToIgnoringCase("up"));
        assertThat(plant.logs()).doesNotContainIgnoringCase("AuthorizationException")
                .doesNotContain("Not authorized", "permission denied");
    }
}
