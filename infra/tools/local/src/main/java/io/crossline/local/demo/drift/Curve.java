package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The accuracy of one way to serve the line, window by window.
 *
 * @param name source, adapted or loop
 * @param points in the order of their windows
 */
@JsonPropertyOrder({"name", "points"})
record Curve(String name, List<Point> points) {

    static final String SOURCE = "source";
    static final String ADAPTED = "adapted";
    static final String LOOP = "loop";

    Curve {
        points = List.copyOf(points);
    }

    /**
     * Accuracies are shares of right answers, 0 to 1, and null where they are not known.
     *
     * @param low with {@code high} the 95 % interval of the estimate
     */
    @JsonPropertyOrder({"window", "trueAccuracy", "estimatedAccuracy", "low", "high"})
    record Point(int window, Double trueAccuracy, Double estimatedAccuracy, Double low, Double high) {

        static Point of(int window, Double trueAccuracy, LoopWindow.Estimate estimate) {
            return estimate == null
                    ? new Point(window, trueAccuracy, null, null, null)
                    : new Point(window, trueAccuracy, estimate.accuracy(), estimate.low(), estimate.high());
        }
    }

    /** The three curves; a window that was not scored has no point. */
    static List<Curve> of(NavigableMap<Integer, LoopWindow> windows, String sourceModel, String adaptedModel) {
        List<Point> loop = new ArrayList<>();
        windows.forEach(
                (number, window) -> loop.add(Point.of(number, window.trueAccuracy(), window.estimate())));
        return List.of(frozen(SOURCE, windows, sourceModel), frozen(ADAPTED, windows, adaptedModel),
                new Curve(LOOP, loop));
    }

    private static Curve frozen(String name, NavigableMap<Integer, LoopWindow> windows, String model) {
        List<Point> points = new ArrayList<>();
        windows.forEach((number, window) -> window.score(model)
                .ifPresent(score -> points.add(Point.of(number, score.trueAccuracy(), score.estimate()))));
        return new Curve(name, points);
    }

    /** Mean true accuracy; empty where none is known. */
    OptionalDouble mean() {
        return mean(window -> true);
    }

    OptionalDouble mean(IntPredicate windows) {
        return points.stream().filter(point -> windows.test(point.window())).map(Point::trueAccuracy)
                .filter(Objects::nonNull).mapToDouble(accuracy -> accuracy).average();
    }
}
