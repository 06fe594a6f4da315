package io.crossline.local.audit;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.local.console.Table;

/** Audit entries as a table, and the answer to which model served a line. */
public final class AuditText {

    private static final int LEAST_DETAILS = 30;
    /** Of the columns before the details, about. */
    private static final int OTHERS_WIDTH = 100;

    private AuditText() {}

    /**
     * @param entries newest first, as the evaluation service gives them
     * @param columns width of the terminal
     */
    public static String table(List<JsonNode> entries, int columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("entry", "at", "line", "who", "what", "model", "details"));
        for (JsonNode entry : entries) {
            rows.add(List.of(entry.path("sequence").asText(), entry.path("at").asText(), entry.path("line").asText(),
                    entry.path("actor").asText(), entry.path("action").asText(), text(entry.path("modelVersion")),
                    shortened(details(entry.path("details")), Math.max(LEAST_DETAILS, columns - OTHERS_WIDTH))));
        }
        return Table.of(7, rows);
    }

    /** @param serving the evaluation service's answer to what served a line at a time */
    public static String serving(JsonNode serving) {
        StringBuilder text = new StringBuilder("%s at %s: %s served".formatted(serving.path("line").asText(),
                serving.path("at").asText(), serving.path("modelVersion").asText()));
        JsonNode promotion = serving.path("promotion");
        text.append(promotion.hasNonNull("by")
                ? ", promoted at %s by %s: %s".formatted(promotion.path("at").asText(), promotion.path("by").asText(),
                        promotion.path("reason").asText())
                : ", for want of a champion");
        text.append("\n  trained on ").append(images(serving.path("trainedOn").path("source"))).append(" and ")
                .append(images(serving.path("trainedOn").path("target")));
        int labels = serving.path("targetLabels").isArray()
                ? serving.path("targetLabels").size()
                : serving.path("targetLabels").asInt();
        if (labels > 0) {
            text.append(", with %d labels that people gave".formatted(labels));
        }
        if (serving.hasNonNull("parentModel")) {
            text.append("\n  starting from ").append(serving.path("parentModel").asText());
        }
        return text.toString();
    }

    private static String images(JsonNode lineData) {
        JsonNode train = lineData.path("train");
        List<String> ranges = new ArrayList<>();
        train.path("ranges")
                .forEach(range -> ranges.add("%s:%s:%s-%s".formatted(range.path("topic").asText(),
                        range.path("partition").asText(), range.path("fromOffset").asText(),
                        range.path("toOffset").asText())));
        return "%s (%s)".formatted(train.path("line").asText("no line"), String.join(", ", ranges));
    }

    private static String details(JsonNode details) {
        List<String> parts = new ArrayList<>();
        details.properties().forEach(detail -> parts.add(detail.getKey() + ": " + text(detail.getValue())));
        return String.join(", ", parts);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.isTextual() ? value.asText() : value.toString();
    }

    private static String shortened(String text, int width) {
        String line = text.replace('\n', ' ');
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }
}
