package io.crossline.dashboard.lines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What happened on a line in a period, as a table: a row for each window of images and each promotion, oldest first. The text is
 * CSV as RFC 4180 describes it, in UTF-8; times are UTC, shares are from 0 to 1.
 */
public final class LineReport {

    private static final List<String> COLUMNS = List.of("kind", "at", "line", "model", "images", "drifted",
            "confirmed_drift", "estimated_accuracy", "estimate_low", "estimate_high", "counted_accuracy", "by",
            "text");

    private final String line;
    private final Instant from;
    private final Instant to;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Instant at, List<String> cells) {}

    private LineReport(String line, Instant from, Instant to) {
        this.line = line;
        this.from = from;
        this.to = to;
    }

    /**
     * @param windows of the line, newest first, at most {@code most}
     * @param promotions of the line, newest first
     * @param from first moment of the period
     * @param to end of the period, which is not in it
     * @param most windows that could be read at once; where earlier ones of the period may be missing, the first row says so
     */
    public static String csv(String line, JsonNode windows, JsonNode promotions, Instant from, Instant to, int most) {
        LineReport report = new LineReport(line, from, to);
        windows.forEach(report::window);
        promotions.forEach(report::promotion);
        Stream<String> told = report.rows.stream().sorted(Comparator.comparing(Row::at))
                .map(row -> joined(row.cells()));
        Instant oldest = windows.size() < most ? Instant.MIN : at(windows.get(windows.size() - 1));
        Stream<String> note = oldest.isAfter(from)
                ? Stream.of(joined(report.cells("note", oldest, "", List.of(), "",
                        "Windows before this time are not in this report: only the newest %d were read."
                                .formatted(most))))
                : Stream.empty();
        return Stream.of(Stream.of(joined(COLUMNS)), note, told).flatMap(lines -> lines)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void window(JsonNode window) {
        JsonNode estimate = window.path("estimate");
        add(at(window), cells("window", at(window), window.path("modelVersion").asText(),
                List.of(window.path("images").asText(), window.path("drifted").asText(),
                        window.path("confirmed").asText(), number(estimate.path("accuracy")),
                        number(estimate.path("low")), number(estimate.path("high")),
                        number(window.path("trueAccuracy"))),
                "", window.path("diagnosis").asText()));
    }

    private void promotion(JsonNode promotion) {
        add(at(promotion), cells("promotion", at(promotion), promotion.path("modelVersion").asText(), List.of(),
                promotion.path("by").asText(), promotion.path("reason").asText()));
    }

    private void add(Instant at, List<String> cells) {
        if (!at.isBefore(from) && at.isBefore(to)) {
            rows.add(new Row(at, cells));
        }
    }

    /** @param figures from images to the counted accuracy, or none */
    private List<String> cells(String kind, Instant at, String model, List<String> figures, String by, String text) {
        List<String> cells = new ArrayList<>(List.of(kind, at.toString(), line, model));
        cells.addAll(figures.isEmpty() ? List.of("", "", "", "", "", "", "") : figures);
        cells.addAll(List.of(by, text));
        return cells;
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? node.asText() : "";
    }

    private static String joined(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.stream().map(LineReport::noFormula).toArray());
    }

    /** A spreadsheet takes a cell that begins so for a formula; people write reasons. */
    private static String noFormula(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
