package io.crossline.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

/**
 * The summary of a run; its JSON is what {@code --report} writes.
 *
 * @param source spec as the user wrote it
 * @param target spec as the user wrote it
 * @param backend what computed
 */
@JsonPropertyOrder({"source", "target", "preset", "seed", "backend", "rows"})
public record Report(String source, String target, String preset, long seed, String backend, List<Row> rows) {

    /**
     * One method. Accuracies are null where the line's test images have no labels.
     *
     * @param improvement of the accuracy on the target line over the source-only classifier's
     */
    @JsonPropertyOrder({"method", "sourceAccuracy", "targetAccuracy", "improvement", "trainSeconds", "imagesPerSecond",
            "modelVersion"})
    public record Row(String method, Double sourceAccuracy, Double targetAccuracy, Double improvement,
            Double trainSeconds,
            Double imagesPerSecond, String modelVersion) {

        static Row of(JsonNode row) {
            return new Row(row.path("method").asText(), number(row, "sourceAccuracy"), number(row, "targetAccuracy"),
                    number(row, "improvement"), number(row, "trainSeconds"), number(row, "imagesPerSecond"),
                    row.path("modelVersion").asText(null));
        }

        private static Double number(JsonNode row, String field) {
            return row.path(field).isNumber() ? row.path(field).asDouble() : null;
        }
    }

    public Report {
        rows = List.copyOf(rows);
    }

    /** From the evaluation service's summary of an adaptation. */
    static Report of(DemoJob job, JsonNode summary) {
        List<Row> rows = new ArrayList<>();
        summary.path("rows").forEach(row -> rows.add(Row.of(row)));
        return new Report(job.source().written(), job.target().written(), job.preset(), job.seed(),
                Objects.requireNonNullElse(summary.path("backend").asText(null), ""), rows);
    }

    /** Indented, with a line break at the end. */
    String toJson() {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written as JSON", e);
        }
    }
}
