package io.crossline.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.crossline.local.console.Durations;
import io.crossline.local.console.Table;

/** The summary as people read it: a table and two sentences. Columns that no row has a figure for are left out. */
final class SummaryText {

    private static final String NONE = "-";
    private static final String SOURCE_ONLY = "source";

    private SummaryText() {}

    static String table(Report report) {
        List<Column> columns = new ArrayList<>(List.of(new Column("method", Report.Row::method),
                new Column("source accuracy", row -> accuracy(row.sourceAccuracy())),
                new Column("target accuracy", row -> accuracy(row.targetAccuracy())),
                new Column("improvement",
                        row -> row.method().equals(SOURCE_ONLY) ? NONE : difference(row.improvement()))));
        Stream.of(new Column("balanced", row -> accuracy(row.figures().targetBalancedAccuracy())),
                new Column("escapes", row -> accuracy(row.figures().targetEscapes())),
                new Column("overkill", row -> accuracy(row.figures().targetOverkill())))
                .filter(column -> report.rows().stream().map(column.cell()).anyMatch(cell -> !cell.equals(NONE)))
                .forEach(columns::add);
        columns.add(new Column("training",
                row -> row.trainSeconds() == null ? NONE : Durations.text(row.trainSeconds())));
        columns.add(new Column("images/s", row -> row.imagesPerSecond() == null
                ? NONE
                : String.format(Locale.ROOT, "%.0f", row.imagesPerSecond())));
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::title).toList());
        report.rows().forEach(row -> rows.add(columns.stream().map(column -> column.cell().apply(row)).toList()));
        return Table.of(1, rows);
    }

    private record Column(String title, Function<Report.Row, String> cell) {}

    /** The methods that made it worse than no adaptation; empty where none did. */
    static Optional<String> warning(Report report) {
        List<String> worse = report.rows().stream().filter(row -> row.improvement() != null && row.improvement() < 0)
                .map(row -> "%s (%s)".formatted(row.method(), difference(row.improvement()))).toList();
        return worse.isEmpty()
                ? Optional.empty()
                : Optional.of("Worse on the target than the source-only classifier: " + String.join(", ", worse) + ".");
    }

    /** The shift and how much of it was won back; empty where the numbers do not tell. */
    static Optional<String> finding(Report report) {
        Optional<Report.Row> source = report.rows().stream().filter(row -> row.method().equals(SOURCE_ONLY))
                .findFirst();
        Optional<Report.Row> best = report.rows().stream().filter(row -> !row.method().equals(SOURCE_ONLY))
                .filter(row -> row.targetAccuracy() != null).max(Comparator.comparing(Report.Row::targetAccuracy));
        if (source.isEmpty() || source.get().sourceAccuracy() == null || source.get().targetAccuracy() == null) {
            return Optional.empty();
        }
        double onSource = source.get().sourceAccuracy();
        double onTarget = source.get().targetAccuracy();
        double lost = onSource - onTarget;
        String shift = "The classifier of %s is right on %s of its own line's test images and on %s of %s's.".formatted(
                name(report.source()), percent(onSource), percent(onTarget), name(report.target()));
        if (best.isEmpty() || lost <= 0) {
            return Optional.of(shift);
        }
        double won = best.get().targetAccuracy() - onTarget;
        String recovery = won > 0
                ? "Without a single target label, %s brings it to %s: %s of the loss is won back.".formatted(
                        best.get().method(),
                        percent(best.get().targetAccuracy()), percent(Math.min(1, won / lost)))
                : "No method made it better.";
        return Optional.of(shift + "\n" + recovery);
    }

    /** On which images the target's accuracy was measured, where its classes are not the model's; else empty. */
    static Optional<String> measured(Report report) {
        Optional<Report.Row> row = report.rows().stream().filter(one -> !one.targetOtherClasses().isEmpty()
                || one.targetClasses().containsValue(0L)).findFirst();
        return row.map(one -> {
            String scored = counts(one.targetClasses());
            String others = counts(one.targetOtherClasses());
            return (scored.isEmpty()
                    ? "No test image of %s is of a class that the models know".formatted(name(report.target()))
                    : "Accuracy on %s is measured on %s".formatted(name(report.target()), scored))
                    + (others.isEmpty() ? "." : "; %s are not scored.".formatted(others));
        });
    }

    private static String counts(Map<String, Long> classes) {
        return classes.entrySet().stream().filter(one -> one.getValue() > 0)
                .map(one -> "%d images of '%s'".formatted(one.getValue(), one.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** What the results hold for, where nothing was told of the mix of classes; else empty. */
    static Optional<String> mix(Report report) {
        return report.expectedMix() != null
                ? Optional.empty()
                : Optional.of(
                        "Nothing was told of the mix of classes on %s: the result holds for an even mix only. Tell it with --expected-mix, such as good=0.98."
                                .formatted(name(report.target())));
    }

    /** A specification without its options. */
    private static String name(String spec) {
        return spec.replaceFirst("\\?.*", "");
    }

    private static String accuracy(Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String difference(Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%+.4f", value);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
