package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The three curves as a picture: true accuracy a window, the interval of the loop's estimate, what happened and when. */
final class CurvesChart {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 470;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 64;
    private static final int BOTTOM = 84;
    private static final int LEGEND_WIDTH = 230;

    private static final Map<String, String> COLOURS = Map.of(Curve.SOURCE, "#c2410c", Curve.ADAPTED, "#64748b",
            Curve.LOOP, "#0f766e");
    private static final Map<String, String> NAMES = Map.of(Curve.SOURCE, "source model, frozen", Curve.ADAPTED,
            "adapted model, frozen", Curve.LOOP, "the loop");
    private static final String BAND = "fill=\"#0f766e\" fill-opacity=\"0.12\"";
    private static final Map<LoopEvent.Kind, String> MARKS = Map.of(LoopEvent.Kind.DRIFT, "#b91c1c",
            LoopEvent.Kind.PROMOTED, "#0f766e", LoopEvent.Kind.ROLLED_BACK, "#7c3aed");

    private final AgeingScript script;
    private final DriftReport report;
    private final double lowest;
    private final Svg svg = new Svg(WIDTH, HEIGHT);

    private CurvesChart(AgeingScript script, DriftReport report) {
        this.script = script;
        this.report = report;
        double least = report.curves().stream().flatMap(curve -> curve.points().stream())
                .filter(point -> point.trueAccuracy() != null).mapToDouble(Curve.Point::trueAccuracy).min().orElse(0);
        lowest = Math.max(0, Math.floor(10 * least - 0.5) / 10);
    }

    static String of(AgeingScript script, DriftReport report) {
        return new CurvesChart(script, report).draw();
    }

    private String draw() {
        phases();
        axes();
        band();
        marks();
        report.curves().forEach(this::curve);
        legend();
        return svg.toString();
    }

    private void phases() {
        boolean shaded = false;
        for (Phase phase : script.phases()) {
            int first = script.first(phase.kind());
            double from = x(first - 0.5);
            double to = x(first + phase.windows() - 0.5);
            svg.rectangle(from, TOP, to - from, HEIGHT - TOP - BOTTOM, shaded ? "#eef2f6" : "#f8fafc");
            svg.text((from + to) / 2, TOP - 8, "middle", "font-size=\"12\" fill=\"#52606d\"",
                    phase.kind().text().replaceFirst(":.*", ""));
            shaded = !shaded;
        }
    }

    private void axes() {
        for (int tenth = (int) Math.round(10 * lowest); tenth <= 10; tenth++) {
            double y = y(tenth / 10.0);
            svg.line(LEFT, y, WIDTH - RIGHT, y, "stroke=\"#d9e2ec\"");
            svg.text(LEFT - 8, y + 4, "end", "", String.format(Locale.ROOT, "%.1f", tenth / 10.0));
        }
        for (int window = 1; window <= script.windows(); window++) {
            if (window == 1 || window % 5 == 0) {
                svg.text(x(window), HEIGHT - BOTTOM + 18, "middle", "", Integer.toString(window));
            }
        }
        svg.text(x((script.windows() + 1) / 2.0), HEIGHT - BOTTOM + 36, "middle", "fill=\"#52606d\"",
                "window of %d images".formatted(AgeingScript.WINDOW_IMAGES));
        svg.text(LEFT, 24, "start", "font-size=\"16\" font-weight=\"600\"",
                "True accuracy on %s, seed %d".formatted(report.line(), report.seed()));
    }

    /** Where the estimate without labels sees the loop's accuracy. */
    private void band() {
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        for (Curve.Point point : report.curves().get(2).points()) {
            if (point.low() != null && point.high() != null) {
                upper.add(new double[]{x(point.window()), y(point.high())});
                lower.add(0, new double[]{x(point.window()), y(point.low())});
            }
        }
        upper.addAll(lower);
        if (!upper.isEmpty()) {
            svg.polygon(upper, BAND);
        }
    }

    private void marks() {
        for (LoopEvent event : report.events()) {
            String colour = MARKS.get(event.kind());
            if (colour != null && event.window() > 0) {
                double x = x(event.window() + (event.kind() == LoopEvent.Kind.DRIFT ? 0 : 0.5));
                svg.beginGroup(event.line());
                svg.line(x, TOP, x, HEIGHT - BOTTOM,
                        "stroke=\"%s\" stroke-dasharray=\"4 3\" stroke-width=\"1.5\"".formatted(colour));
                svg.endGroup();
            }
        }
    }

    private void curve(Curve curve) {
        String colour = COLOURS.get(curve.name());
        List<double[]> points = curve.points().stream().filter(point -> point.trueAccuracy() != null)
                .map(point -> new double[]{x(point.window()), y(point.trueAccuracy())}).toList();
        svg.polyline(points, "fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\""
                .formatted(colour));
        points.forEach(point -> svg.circle(point[0], point[1], 3, colour));
    }

    private void legend() {
        double x = LEFT;
        double y = HEIGHT - 20;
        for (Curve curve : report.curves()) {
            OptionalDouble mean = curve.mean();
            svg.line(x, y - 4, x + 22, y - 4,
                    "stroke=\"%s\" stroke-width=\"3\"".formatted(COLOURS.get(curve.name())));
            svg.text(x + 28, y, "start", "", NAMES.get(curve.name())
                    + (mean.isPresent() ? String.format(Locale.ROOT, ": %.3f", mean.getAsDouble()) : ""));
            x += LEGEND_WIDTH;
        }
        x = mark(x, y, MARKS.get(LoopEvent.Kind.DRIFT), "drift", 60);
        x = mark(x, y, MARKS.get(LoopEvent.Kind.PROMOTED), "promoted", 92);
        mark(x, y, MARKS.get(LoopEvent.Kind.ROLLED_BACK), "rolled back", 0);
    }

    private double mark(double x, double y, String colour, String name, int width) {
        svg.line(x, y - 12, x, y + 3,
                "stroke=\"%s\" stroke-dasharray=\"4 3\" stroke-width=\"1.5\"".formatted(colour));
        svg.text(x + 8, y, "start", "", name);
        return x + width;
    }

    private double x(double window) {
        return LEFT + (window - 0.5) / script.windows() * (WIDTH - LEFT - RIGHT);
    }

    private double y(double accuracy) {
        return TOP + (1 - Math.max(lowest, Math.min(1, accuracy))) / (1 - lowest) * (HEIGHT - TOP - BOTTOM);
    }
}
