package io.crossline.bench.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.crossline.bench.report.Numbers;
import io.crossline.bench.report.Table;
import io.crossline.contracts.Method;

/** All scores of a run, as a table of medians over the seeds and as JSON. */
record Scores(String source, String target, String preset, List<String> changes, List<Score> all) {

    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("method", "source", "target", "target by seed", "steps", "seconds"));
        methods().forEach(method -> rows.add(row(method)));
        return Table.of(rows);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source);
        json.put("target", target);
        json.put("preset", preset);
        json.put("changes", changes);
        json.put("rows", methods().stream().map(this::jsonRow).toList());
        return json;
    }

    private TreeSet<Method> methods() {
        return new TreeSet<>(all.stream().map(Score::method).toList());
    }

    private List<Score> of(Method method) {
        return all.stream().filter(score -> score.method() == method).toList();
    }

    private List<String> row(Method method) {
        List<Score> scores = of(method);
        return List.of(method.id(), accuracy(median(scores.stream().map(Score::source).toList())),
                accuracy(median(scores.stream().map(Score::target).toList())),
                String.join(" ", scores.stream().map(score -> accuracy(score.target())).toList()),
                Integer.toString(scores.get(0).steps()),
                seconds(scores.stream().map(Score::seconds).filter(seconds -> !seconds.isNaN()).toList()));
    }

    private Map<String, Object> jsonRow(Method method) {
        List<Score> scores = of(method);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("method", method.id());
        row.put("sourceAccuracy", median(scores.stream().map(Score::source).toList()));
        row.put("targetAccuracy", median(scores.stream().map(Score::target).toList()));
        row.put("seeds", scores.stream().map(score -> Map.of("seed", score.seed(), "sourceAccuracy", score.source(),
                "targetAccuracy", score.target(), "steps", score.steps())).toList());
        return row;
    }

    private static String accuracy(double share) {
        return "%.4f".formatted(share);
    }

    /** @param trained of the seeds whose results were not kept ones */
    private static String seconds(List<Double> trained) {
        return trained.isEmpty() ? "kept" : Numbers.of(median(trained));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
