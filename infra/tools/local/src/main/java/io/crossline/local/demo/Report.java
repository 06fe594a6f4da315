package io.crossline.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

/**
 * The summary of a run; its JSON is what {@code --report} writes.
 *
 * @param source spec as the user wrote it
 * @param target spec as the user wrote it
 * @param backend what computed
 * @param expectedMix what was told of the target's mix of classes; null where nothing was: then the results hold for an even mix only

 * @param recommended method of the model that was found to be surely better than the source classifier without target labels; null where
 *        none was
 * @param recommendation the same in a sentence, or why there is none; null where the models were not compared
 */
@JsonPropertyOrder({"source", "target", "preset", "seed", "backend", "expectedMix", "recommended", "recommendation",
        "rows"})
public record Report(String source, String target, String preset, long seed, String backend, String expectedMix,
        String recommended, String recommendation, List<Row> rows) {

    /**
     * One method. Accuracies are null where the line's test images have no labels.
     *
     * @param improvement of the accuracy on the target line over the source-only classifier's
     * @param figures among the row's other fields in JSON
     * @param targetClasses labelled images of the target that it was scored on, by class
     * @param targetOtherClasses images of the target of classes that it does not know: they are not scored
     */
    @JsonPropertyOrder({"method", "sourceAccuracy", "targetAccuracy", "improvement", "figures", "targetClasses",
            "targetOtherClasses", "trainSeconds", "imagesPerSecond", "modelVersion"})
    public record Row(String method, Double sourceAccuracy, Double targetAccuracy, Double improvement,
            @JsonUnwrapped TestFigures figures,
            @JsonInclude(Include.NON_EMPTY) Map<String, Long> targetClasses,
            @JsonInclude(Include.NON_EMPTY) Map<String, Long> targetOtherClasses, Double trainSeconds,
            Double imagesPerSecond, String modelVersion) {

        static Row of(JsonNode row) {
            return new Row(row.path("method").asText(), number(row, "sourceAccuracy"), number(row, "targetAccuracy"),
                    number(row, "improvement"), TestFigures.of(row), counts(row, "targetClasses"),
                    counts(row, "targetOtherClasses"), number(row, "trainSeconds"),
                    number(row, "imagesPerSecond"), row.path("modelVersion").asText(null));
        }
    }

    private static Map<String, Long> counts(JsonNode row, String field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        row.path(field).properties().forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
        return counts;
    }

    public Report {
        rows = List.copyOf(rows);
    }

    /** From the evaluation service's summary of an adaptation. */
    static Report of(DemoJob job, JsonNode summary) {
        List<Row> rows = new ArrayList<>();
        summary.path("rows").forEach(row -> rows.add(Row.of(row)));
        return new Report(job.source().written(), job.target().written(), job.preset(), job.seed(),
                Objects.requireNonNullElse(summary.path("backend").asText(null), ""),
                job.settings().expectedMix() == null ? null : job.settings().expectedMix().toString(),
                summary.path("recommended").asText(null), summary.path("recommendation").path("reason").asText(null),
                rows);
    }

    static Double number(JsonNode row, String field) {
        return row.path(field).isNumber() ? row.path(field).asDouble() : null;
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
