package io.crossline.dashboard.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.lines.LineRow.Estimate;

/** Makes the rows of the first page from what evaluation-service and ingest-service know of all lines. */
public final class LineRows {

    private static final Map<String, String> DOING = Map.of("OPENED", "An adaptation was asked for.", "TRAINING",
            "A candidate is trained.", "SHADOW", "The candidate is tried in shadow.", "PROBATION",
            "The new champion is watched.");
    /** What a person has to know where the loop's last turn did not help. */
    private static final Map<String, String> ENDED = Map.of("REFUSED", "The gate rejected the last candidate.",
            "FAILED", "The last adaptation failed.", "EXPIRED", "The last adaptation took too long.", "ROLLED_BACK",
            "The last candidate was rolled back.");

    private LineRows() {}

    /**
     * Lines that need a person come first, then by name.
     *
     * @param served {@code /line-overview} of evaluation-service
     * @param delivering {@code /lines} of ingest-service; empty where it does not answer: then no line counts as silent
     * @param silentAfter a line without a picture for so long is silent
     */
    public static List<LineRow> of(JsonNode served, JsonNode delivering, Instant now, Duration silentAfter) {
        Map<String, Instant> lastImages = new TreeMap<>();
        Map<String, LineRow> rows = new TreeMap<>();
        for (JsonNode line : delivering) {
            String name = line.path("line").asText();
            Instant last = lastImage(line);
            if (last != null) {
                lastImages.put(name, last);
            }
            rows.put(name, new LineRow(name, LineState.NO_MODEL, "No model serves this line yet.", null, null, null,
                    null, null));
        }
        Instant silentBefore = now.minus(silentAfter);
        for (JsonNode line : served) {
            String name = line.path("line").asText();
            rows.put(name, row(line, lastImages.get(name), silentBefore));
        }
        return rows.values().stream().sorted(Comparator.comparing(LineRow::state).thenComparing(LineRow::line))
                .toList();
    }

    private static LineRow row(JsonNode line, Instant last, Instant silentBefore) {
        String model = text(line.path("servingModel"));
        JsonNode window = line.path("window");
        // the newest window may still be one of the model that served before
        boolean ofThisModel = model != null && model.equals(window.path("modelVersion").asText());
        JsonNode estimate = ofThisModel ? window.path("estimate") : window.path("none");
        JsonNode counted = ofThisModel ? window.path("trueAccuracy") : window.path("none");
        LineState state = state(line, model, ofThisModel, last, silentBefore);
        return new LineRow(line.path("line").asText(), state, detail(state, line),
                estimate.isObject()
                        ? new Estimate(estimate.path("accuracy").asDouble(), estimate.path("low").asDouble(),
                                estimate.path("high").asDouble())
                        : null,
                counted.isNumber() ? Double.valueOf(counted.asDouble()) : null, model,
                model == null ? null : instant(line.path("championSince")), state == LineState.SILENT ? last : null);
    }

    private static LineState state(JsonNode line, String model, boolean hasWindow, Instant last,
            Instant silentBefore) {
        if (model == null) {
            return LineState.NO_MODEL;
        }
        if (line.path("cameraFault").isObject()) {
            return LineState.CAMERA_FAULT;
        }
        JsonNode cycle = line.path("cycle");
        if (cycle.isObject() && !cycle.hasNonNull("outcome")) {
            return LineState.ADAPTING;
        }
        if (hasWindow && line.path("window").path("driftedInARow").asInt() > 1) {
            return obstacle(line).isEmpty() ? LineState.DRIFTING : LineState.NEEDS_YOU;
        }
        return last != null && last.isBefore(silentBefore) ? LineState.SILENT : LineState.FINE;
    }

    private static String detail(LineState state, JsonNode line) {
        return switch (state) {
            case NEEDS_YOU -> obstacle(line) + " " + diagnosis(line);
            case CAMERA_FAULT -> "%s, %d unusable pictures.".formatted(
                    capitalised(line.path("cameraFault").path("check").asText()),
                    line.path("cameraFault").path("frames").asLong());
            case DRIFTING -> diagnosis(line);
            case NO_MODEL -> line.path("missing").asText("No model serves this line yet.");
            case ADAPTING -> DOING.getOrDefault(line.path("cycle").path("state").asText(), "");
            case SILENT, FINE -> "";
        };
    }

    /** Why the loop does not mend a drift by itself, or nothing. */
    private static String obstacle(JsonNode line) {
        if (!line.path("loopEnabled").asBoolean()) {
            return "The loop is off.";
        }
        if (line.path("loopPinned").asBoolean()) {
            return "The champion is pinned.";
        }
        JsonNode cycle = line.path("cycle");
        Instant closed = instant(cycle.path("closedAt"));
        Instant since = instant(line.path("championSince"));
        // a cycle that ended before a person promoted another model says nothing of that model
        boolean ofThisModel = closed != null && (since == null || !closed.isBefore(since));
        return ofThisModel ? ENDED.getOrDefault(cycle.path("outcome").asText(), "") : "";
    }

    private static String diagnosis(JsonNode line) {
        String diagnosis = line.path("window").path("diagnosis").asText();
        return diagnosis.isEmpty() ? "" : "Drift: " + diagnosis + ".";
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Null where nothing has come: ingest-service says 1970 then. */
    private static Instant lastImage(JsonNode line) {
        Instant last = instant(line.path("lastCapturedAt"));
        return last == null || last.equals(Instant.EPOCH) ? null : last;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }
}
