package io.crossline.dashboard.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
     * @param silentAfter a line without a picture for so long is silent
     * @param lowEstimate a model that is surely less accurate than measured by so much needs a person, 0 to 1
     */
    public record Limits(Duration silentAfter, double lowEstimate) {}

    /** Serving models whose estimate could be low: of these one has to know how right they were when they were measured. */
    public static Set<String> doubtful(JsonNode served, double lowEstimate) {
        return StreamSupport.stream(served.spliterator(), false)
                .filter(line -> line.path("servingModel").asText().equals(line.at("/window/modelVersion").asText()))
                .filter(line -> line.at("/window/estimate/high").asDouble(1) < 1 - lowEstimate)
                .map(line -> line.path("servingModel").asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Lines that need a person come first, then by name.
     *
     * @param served {@code /line-overview} of evaluation-service
     * @param delivering {@code /lines} of ingest-service; empty where it does not answer: then no line counts as silent
     * @param measured how right models were on labelled test images, 0 to 1, by version; an estimate of any other is not judged
     */
    public static List<LineRow> of(JsonNode served, JsonNode delivering, Map<String, Double> measured, Instant now,
            Limits limits) {
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
        Instant silentBefore = now.minus(limits.silentAfter());
        for (JsonNode line : served) {
            String name = line.path("line").asText();
            rows.put(name,
                    row(line, lastImages.get(name), silentBefore, shortfall(line, measured, limits.lowEstimate())));
        }
        return rows.values().stream().sorted(Comparator.comparing(LineRow::state).thenComparing(LineRow::line))
                .toList();
    }

    /** @param shortfall why the estimate is low, a sentence; empty where it is not */
    private static LineRow row(JsonNode line, Instant last, Instant silentBefore, String shortfall) {
        String model = text(line.path("servingModel"));
        JsonNode window = line.path("window");
        // the newest window may still be one of the model that served before
        boolean ofThisModel = model != null && model.equals(window.path("modelVersion").asText());
        JsonNode estimate = ofThisModel ? window.path("estimate") : window.path("none");
        JsonNode counted = ofThisModel ? window.path("trueAccuracy") : window.path("none");
        LineState state = state(line, model, ofThisModel, last, silentBefore, shortfall);
        return new LineRow(line.path("line").asText(), state, detail(state, line, shortfall),
                estimate.isObject()
                        ? new Estimate(estimate.path("accuracy").asDouble(), estimate.path("low").asDouble(),
                                estimate.path("high").asDouble())
                        : null,
                counted.isNumber() ? Double.valueOf(counted.asDouble()) : null, model,
                model == null ? null : instant(line.path("championSince")), state == LineState.SILENT ? last : null);
    }

    private static LineState state(JsonNode line, String model, boolean hasWindow, Instant last,
            Instant silentBefore, String shortfall) {
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
        if (hasWindow && drifted(line)) {
            return obstacle(line).isEmpty() ? LineState.DRIFTING : LineState.NEEDS_YOU;
        }
        if (!shortfall.isEmpty()) {
            return LineState.NEEDS_YOU;
        }
        return last != null && last.isBefore(silentBefore) ? LineState.SILENT : LineState.FINE;
    }

    /** Why the newest window's estimate is low, or nothing. The upper bound counts: a few hard images are no reason to call a person. */
    private static String shortfall(JsonNode line, Map<String, Double> measured, double lowEstimate) {
        String model = line.path("servingModel").asText();
        double most = line.at("/window/estimate/high").asDouble(1);
        Double before = measured.get(model);
        boolean low = before != null && model.equals(line.at("/window/modelVersion").asText())
                && most < before - lowEstimate;
        return low
                ? String.format(Locale.ROOT,
                        "The model is right on at most %.1f %% of the newest images, as estimated, after %.1f %% where it was measured.",
                        100 * most, 100 * before)
                : "";
    }

    private static String detail(LineState state, JsonNode line, String shortfall) {
        return switch (state) {
            case NEEDS_YOU -> Stream.of(obstacle(line), shortfall, drifted(line) ? diagnosis(line) : "")
                    .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
            case CAMERA_FAULT -> "%s, %d unusable pictures.".formatted(
                    capitalised(line.path("cameraFault").path("check").asText()),
                    line.path("cameraFault").path("frames").asLong());
            case DRIFTING -> diagnosis(line);
            case NO_MODEL -> line.path("missing").asText("No model serves this line yet.");
            case ADAPTING -> DOING.getOrDefault(line.path("cycle").path("state").asText(), "");
            case SILENT, FINE -> "";
        };
    }

    /** Why the loop does not mend it by itself, or nothing. */
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

    private static boolean drifted(JsonNode line) {
        return line.path("window").path("driftedInARow").asInt() > 1;
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
