package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;

/** One deployment of evaluation predicts, another judges; each works while the other is away. */
class RolesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private ReplicaPlant plant;
    private KafkaProbe probe;

    @BeforeEach
    void open() throws IOException {
        plant = new ReplicaPlant("roles");
        probe = plant.probe();
    }

    @AfterEach
    void close() throws Exception {
        plant.close();
    }

    @Test
    void eachRoleWorksWhileTheOtherIsAway() {
        // Given a deployment that judges, alone: it scores a model, which a person promotes, and predicts nothing
        Replica judge = evaluation("judge");
        PlantLine line = new PlantLine(probe, "line-b", 1);
        probe.consumeUntil(Topics.MODELS_EVALUATED, record -> true, models -> models.size() == 1);
        judge.rest().put("/lines/line-b/champion",
                Map.of("modelVersion", line.model(), "by", "Ada", "reason", "serves"));
        for (int i = 0; i < 4; i++) {
            line.capture(i);
        }
        judge.close();

        // When one that predicts comes and that is gone, then it predicts what has come meanwhile
        Replica predict = evaluation("predict");
        assertThat(probe.consumeUntil(Topics.PREDICTIONS, record -> true, found -> found.size() == 4))
                .allSatisfy(record -> assertThat(Json.decode(record.value(), BatchPredicted.class).modelVersion())
                        .isEqualTo(line.model()));

        // And a cycle that a person opens there waits for one that judges
        JsonNode cycle = predict.rest().post("/lines/line-b/cycles", Map.of("by", "Ada", "reason", "new lamp"));
        assertThat(cycle.path("state").asText()).isEqualTo("OPENED");
        PlantLine other = new PlantLine(probe, "line-c", 2);

        // Until it is back: it asks for the job, and scores the model that has come meanwhile
        evaluation("judge");
        assertThat(probe.consumeUntil(Topics.JOBS_REQUESTED, record -> true, found -> !found.isEmpty()))
                .anySatisfy(record -> assertThat(
                        Json.decode(record.value(), JobRequested.class).target().train().line()).isEqualTo("line-b"));
        assertThat(probe.consumeUntil(Topics.MODELS_EVALUATED, record -> true, models -> models.size() == 2))
                .anySatisfy(record -> assertThat(record.key()).isEqualTo(other.model()));
    }

    private Replica evaluation(String role) {
        Replica replica = plant.start("evaluation", Map.of("CROSSLINE_EVALUATION_ROLE", role));
        await().atMost(PATIENCE).until(replica::isReady);
        return replica;
    }
}
