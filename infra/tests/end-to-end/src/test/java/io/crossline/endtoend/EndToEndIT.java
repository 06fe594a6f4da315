package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;

/** The main job from images to report, across all services. */
@ExtendWith(RunningCrossline.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {

    private CrosslineProcess crossline;
    private JsonNode report;

    @BeforeAll
    void readReport(CrosslineProcess running) throws IOException {
        crossline = running;
        report = Json.mapper().readTree(running.report().toFile());
    }

    @Test
    void theReportSaysWhatWasDone() {
        assertThat(report.fieldNames()).toIterable()
                .containsExactlyInAnyOrder("source", "target", "preset", "seed", "backend", "expectedMix",
                        "recommended",
                        "recommendation", "rows");
        assertThat(report.path("recommendation").asText()).isNotBlank();
        assertThat(report.path("source").asText()).isEqualTo(CrosslineProcess.SOURCE);
        assertThat(report.path("target").asText()).isEqualTo(CrosslineProcess.TARGET);
        assertThat(report.path("preset").asText()).isEqualTo("quick");
        assertThat(report.path("backend").asText()).isNotBlank();
        assertThat(rows()).extracting(row -> row.path("method").asText()).containsExactly("source", "cyclegan", "dann",
                "coral");
    }

    @Test
    void everyRowIsComplete() {
        double sourceOnly = rows().get(0).path("targetAccuracy").asDouble();
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrder("method", "sourceAccuracy",
                    "targetAccuracy", "improvement", "sourceBalancedAccuracy", "sourceBalancedAccuracyInterval",
                    "targetBalancedAccuracy", "targetBalancedAccuracyInterval", "targetEscapes",
                    "targetEscapesInterval", "targetOverkill", "targetOverkillInterval", "targetClasses",
                    "trainSeconds",
                    "imagesPerSecond", "modelVersion");
            assertThat(row.path("targetEscapes").asDouble(Double.NaN)).isBetween(0.0, 1.0);
            assertThat(row.path("sourceAccuracy").asDouble(Double.NaN)).isBetween(0.0, 1.0);
            double target = row.path("targetAccuracy").asDouble(Double.NaN);
            assertThat(target).isBetween(0.0, 1.0);
            assertThat(row.path("improvement").asDouble(Double.NaN)).isCloseTo(target - sourceOnly, within(1e-9));
            assertThat(row.path("trainSeconds").asDouble(Double.NaN)).isFinite().isPositive();
            assertThat(row.path("imagesPerSecond").asDouble(Double.NaN)).isFinite().isPositive();
            assertThat(row.path("modelVersion").asText()).startsWith(row.path("method").asText() + "-");
        });
    }

    /** The lines are small and the training short: that adaptation works is what counts here, not how well. */
    @Test
    void adaptationHelpsOnTheTarget() {
        double sourceOnly = rows().get(0).path("targetAccuracy").asDouble();
        double best = rows().stream().skip(1).map(row -> row.path("targetAccuracy").asDouble())
                .max(Comparator.naturalOrder()).orElseThrow();

        assertThat(rows().get(0).path("sourceAccuracy").asDouble()).isGreaterThan(0.5);
        assertThat(best).isGreaterThanOrEqualTo(sourceOnly);
    }

    @Test
    void theTableIsPrinted() {
        assertThat(crossline.log()).containsIgnoringCase("cyclegan").containsIgnoringCase("dann")
                .contains(crossline.report().toString());
    }

    @Test
    void everyServiceServesTheDocumentOfTheTopics() {
        assertThat(List.of("ingest", "training", "translation", "evaluation", "dashboard"))
                .allSatisfy(service -> assertThat(
                        new Rest(crossline.service(service)).get("/asyncapi.json").at("/channels/predictions/address")
                                .asText())
                        .isEqualTo(Topics.PREDICTIONS));
    }

    private List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        report.path("rows").forEach(rows::add);
        return rows;
    }
}
