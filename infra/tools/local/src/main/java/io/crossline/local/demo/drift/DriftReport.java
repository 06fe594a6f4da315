package io.crossline.local.demo.drift;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.crossline.contracts.Json;

/**
 * A run of the drift demo; its JSON is what {@code --report} writes.
 *
 * @param line the ageing line's name
 * @param sourceModel frozen, of the curve {@code source}
 * @param adaptedModel frozen, of the curve {@code adapted}, and the loop's first champion
 * @param curves source, adapted, loop
 * @param inspections of the three, over all windows; empty where no labels were counted

 */
@JsonPropertyOrder({"line", "seed", "sourceModel", "adaptedModel", "curves", "events", "figures", "inspections",
        "verdicts"})
record DriftReport(String line, long seed, String sourceModel, String adaptedModel, List<Curve> curves,
        List<LoopEvent> events, Figures figures, List<Inspection> inspections, List<Verdict> verdicts) {

    DriftReport {
        curves = List.copyOf(curves);
        events = List.copyOf(events);
        inspections = List.copyOf(inspections);
        verdicts = List.copyOf(verdicts);
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
