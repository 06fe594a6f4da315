package io.crossline.bench.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

import io.crossline.bench.report.Numbers;
import io.crossline.bench.report.Table;
import io.crossline.contracts.Method;

/**
 * All scores of a run, as a table of medians over the seeds and as JSON.
 *
 * @param turns whether trainings were allowed to mirror and turn images
 * @param backbone SHA-256 of the backbone's file; null without one
 * @param recommended one for each seed
 * @param votes of the validators on every two models of a seed
 */
record Scores(String source, String target, String expectedMix, String preset, boolean turns, String backbone,
        List<String> changes,
        List<Score> all,
        List<Recommended> recommended, Votes votes) {

    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("method", "source", "balanced", "target", "balanced", "by seed", "escapes", "overkill", "steps",
                        "seconds"));
        methods().forEach(method -> rows.add(row(method)));
        return Table.of(rows);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source);
        json.put("target", target);
        json.put("expectedMix", expectedMix);
        json.put("preset", preset);
        json.put("turns", turns);
        json.put("backbone", backbone);
        json.put("changes", changes);
        json.put("recommended", mostRecommended());
        json.put("recommendations", recommended.stream().map(Recommended::json).toList());
        json.put("votes", votes.json());
        json.put("rows", methods().stream().map(this::jsonRow).toList());
        return json;
    }

    /** The method that is recommended for more than half of the seeds, or null. */
    private String mostRecommended() {
        return recommended.stream().map(Recommended::method).filter(Objects::nonNull).distinct()
                .filter(method -> 2 * recommended.stream().filter(seed -> method.equals(seed.method()))
                        .count() > recommended.size())
                .findFirst().orElse(null);
    }

    private TreeSet<Method> methods() {
        return new TreeSet<>(all.stream().map(Score::method).toList());
    }

    private List<Score> of(Method method) {
        return all.stream().filter(score -> score.method() == method).toList();
    }

    private List<String> row(Method method) {
        List<Score> scores = of(method);
        return List.of(method.id(), text(median(scores, score -> score.source().accuracy())),
                text(median(scores, score -> score.source().balancedAccuracy())),
                text(median(scores, score -> score.target().accuracy())),
                text(median(scores, score -> score.target().balancedAccuracy())),
                String.join(" ", scores.stream().map(score -> text(score.target().balancedAccuracy())).toList()),
                text(median(scores, score -> score.target().escapes())),
                text(median(scores, score -> score.target().overkill())),
                Integer.toString(scores.get(0).steps()),
                seconds(scores.stream().map(Score::seconds).filter(seconds -> !seconds.isNaN()).toList()));
    }

    private Map<String, Object> jsonRow(Method method) {
        List<Score> scores = of(method);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("method", method.id());
        row.put("sourceAccuracy", median(scores, score -> score.source().accuracy()));
        row.put("sourceBalancedAccuracy", median(scores, score -> score.source().balancedAccuracy()));
        row.put("targetAccuracy", median(scores, score -> score.target().accuracy()));
        row.put("targetBalancedAccuracy", median(scores, score -> score.target().balancedAccuracy()));
        row.put("targetEscapes", median(scores, score -> score.target().escapes()));
        row.put("targetOverkill", median(scores, score -> score.target().overkill()));
        row.put("seeds", scores.stream().map(Scores::jsonSeed).toList());
        return row;
    }

    private static Map<String, Object> jsonSeed(Score score) {
        Map<String, Object> seed = new LinkedHashMap<>();
        seed.put("seed", score.seed());
        seed.put("sourceAccuracy", score.source().accuracy());
        seed.put("sourceBalancedAccuracy", score.source().balancedAccuracy());
        seed.put("targetAccuracy", score.target().accuracy());
        seed.put("targetBalancedAccuracy", score.target().balancedAccuracy());
        seed.put("targetEscapes", score.target().escapes());
        seed.put("targetOverkill", score.target().overkill());
        seed.put("steps", score.steps());
        return seed;
    }

    private static String text(Double share) {
        return share == null ? "" : "%.4f".formatted(share);
    }

    /** Null where a score lacks the value. */
    private static Double median(List<Score> scores, Function<Score, Double> value) {
        List<Double> values = scores.stream().map(value).filter(Objects::nonNull).toList();
        return values.size() < scores.size() ? null : median(values);
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
