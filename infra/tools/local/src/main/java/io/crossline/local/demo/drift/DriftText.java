package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import io.crossline.local.console.Table;
import io.crossline.local.console.Terminal;

/** The outcome as people read it: a chart of three rows, a table by what happened to the line, and the verdicts. */
final class DriftText {

    private static final String NONE = "-";
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final double LOWEST = 0.4;
    private static final double ROUNDING = 1e-9;

    private DriftText() {}

    /** A bar a window, from 0.4 (and below) to 1. */
    static String chart(AgeingScript script, List<Curve> curves) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("curve", "true accuracy, windows 1 to %d, bars from %.1f to 1".formatted(script.windows(),
                LOWEST), "mean"));
        for (Curve curve : curves) {
            rows.add(List.of(curve.name(), bars(curve, script.windows()), accuracy(curve.mean())));
        }
        return Table.of(2, rows);
    }

    private static String bars(Curve curve, int windows) {
        StringBuilder bars = new StringBuilder(" ".repeat(windows));
        for (Curve.Point point : curve.points()) {
            if (point.trueAccuracy() != null) {
                double height = (point.trueAccuracy() - LOWEST) / (1 - LOWEST) * BARS.length();
                int bar = (int) Math.max(0, Math.min(BARS.length() - 1, Math.floor(height + ROUNDING)));
                bars.setCharAt(point.window() - 1, BARS.charAt(bar));
            }
        }
        return bars.toString();
    }

    static String table(AgeingScript script, List<Curve> curves) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what happened", "windows", Curve.SOURCE, Curve.ADAPTED, Curve.LOOP));
        for (Phase phase : script.phases()) {
            int first = script.first(phase.kind());
            int last = first + phase.windows() - 1;
            List<String> row = new ArrayList<>(List.of(phase.kind().text(), first + "-" + last));
            curves.forEach(curve -> row.add(accuracy(curve.mean(window -> window >= first && window <= last))));
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("all", "1-" + script.windows()));
        curves.forEach(curve -> all.add(accuracy(curve.mean())));
        rows.add(all);
        return Table.of(1, rows);
    }

    static String inspections(List<Inspection> inspections) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("over all windows", "balanced", "escapes", "overkill"));
        inspections.forEach(each -> rows.add(List.of(each.name(), accuracy(OptionalDouble.of(each.balancedAccuracy())),
                accuracy(known(each.escapes())), accuracy(known(each.overkill())))));
        return Table.of(1, rows);
    }

    private static OptionalDouble known(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static String verdict(Terminal terminal, Verdict verdict) {
        String word = switch (verdict.result()) {
            case MET -> terminal.green("met    ");
            case MISSED -> terminal.red("MISSED ");
            case UNKNOWN -> terminal.yellow("unknown");
        };
        return "  %s  %s".formatted(word, verdict.text());
    }

    private static String accuracy(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : NONE;
    }
}
