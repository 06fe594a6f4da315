package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.crossline.bench.loop.Results.EstimateKey;
import io.crossline.bench.report.Table;

/** Results as tables and as JSON. */
record RatesReport(Results results) {

    String driftTable() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model, reference, windows", "accuracy", "drifted", "confirmed per 1000", "missed",
                "runs confirmed", "after windows"));
        results.drift().forEach((key, tally) -> rows.add(List.of(
                key.model() + ", " + key.reference() + ", " + key.kind().name(),
                number(results.accuracy(key.model(), key.kind().name())), tally.drifted().toString(),
                key.kind().change() ? "-" : perThousand(tally.confirmed()),
                key.kind().change() ? tally.missed().toString() : "-",
                key.kind().change() ? tally.confirmedRuns().hits() + " of " + tally.confirmedRuns().all() : "-",
                key.kind().change() ? number(tally.windowsToConfirmation()) : "-")));
        return Table.of(rows);
    }

    String estimateTable() {
        Set<String> groups = new LinkedHashSet<>();
        results.estimates().keySet().forEach(key -> groups.add(key.group()));
        groups.remove(Results.ALL);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("model, estimator", "bias", "error", "95 %", "held", "width",
                "worst windows held", "widened for"));
        header.addAll(groups);
        rows.add(header);
        results.estimates().forEach((key, tally) -> {
            if (key.group().equals(Results.ALL)) {
                List<String> row = new ArrayList<>(List.of(key.model() + ", " + key.estimator(), number(tally.bias()),
                        number(tally.meanError()), number(tally.largeError()),
                        tally.held().all() == 0 ? "-" : tally.held().toString(), number(tally.meanWidth()),
                        worst(key, groups),
                        tally.worstFamilies().isEmpty() ? "-" : String.join(", ", tally.worstFamilies())));
                groups.forEach(group -> row.add(number(group(key, group).meanError())));
                rows.add(row);
            }
        });
        return Table.of(rows);
    }

    /** The group of windows whose intervals hold the truth least often. */
    private String worst(EstimateKey key, Set<String> groups) {
        return groups.stream().filter(group -> group(key, group).held().all() > 0)
                .min(Comparator.comparingDouble(group -> group(key, group).held().value()))
                .map(group -> "%s, %s".formatted(group, group(key, group).held())).orElse("-");
    }

    private EstimateTally group(EstimateKey key, String group) {
        return results.estimates().getOrDefault(new EstimateKey(key.model(), key.estimator(), group),
                new EstimateTally());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("drift", results.drift().entrySet().stream().map(entry -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("model", entry.getKey().model());
            row.put("reference", entry.getKey().reference());
            row.put("windows", entry.getKey().kind().name());
            row.put("group", entry.getKey().kind().group());
            row.put("change", entry.getKey().kind().change());
            row.put("accuracy", known(results.accuracy(entry.getKey().model(), entry.getKey().kind().name())));
            DriftTally tally = entry.getValue();
            row.put("drifted", share(tally.drifted()));
            row.put("byFeatures", share(tally.byFeatures()));
            row.put("byStatistics", share(tally.byStatistics()));
            row.put("confirmed", share(tally.confirmed()));
            row.put("confirmedRuns", share(tally.confirmedRuns()));
            row.put("windowsToConfirmation", known(tally.windowsToConfirmation()));
            return row;
        }).toList());
        json.put("estimates", results.estimates().entrySet().stream().map(entry -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("model", entry.getKey().model());
            row.put("estimator", entry.getKey().estimator());
            row.put("group", entry.getKey().group());
            EstimateTally tally = entry.getValue();
            row.put("windows", tally.windows());
            row.put("bias", known(tally.bias()));
            row.put("meanError", known(tally.meanError()));
            row.put("largeError", known(tally.largeError()));
            row.put("held", share(tally.held()));
            row.put("width", known(tally.meanWidth()));
            row.put("widenedFor", tally.worstFamilies());
            return row;
        }).toList());
        return json;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hits", share.hits());
        values.put("all", share.all());
        values.put("low", share.low());
        values.put("high", share.high());
        return values;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String perThousand(Share share) {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", 1000 * share.value(), 1000 * share.low(),
                1000 * share.high());
    }
}
