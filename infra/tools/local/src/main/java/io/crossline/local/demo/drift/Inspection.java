package io.crossline.local.demo.drift;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a plant asks of one way to serve the line, over all windows together: a window of a line with rare defects has few of each kind.
 *
 * @param name as of the curve: source, adapted or loop
 * @param balancedAccuracy mean over the classes of the share of right answers, 0 to 1
 * @param escapes share of the defects that were called good, 0 to 1; null where no defect came
 * @param overkill share of the good parts that were called a defect, 0 to 1; null where no good part came
 */
@JsonPropertyOrder({"name", "balancedAccuracy", "escapes", "overkill"})
record Inspection(String name, double balancedAccuracy, Double escapes, Double overkill) {

    /** The simulator's class of parts without a defect. */
    private static final String GOOD = "good";

    /**
     * @param model of a curve that never changes; null for the loop, which is whatever serves the line
     * @return null where no window's labels were counted
     */
    static Inspection of(String name, NavigableMap<Integer, LoopWindow> windows, String model) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        windows.values().forEach(window -> window.score(model == null ? window.modelVersion() : model)
                .ifPresent(score -> score.trueCounts().forEach((actual, row) -> row.forEach((served, images) -> counts
                        .computeIfAbsent(actual, key -> new TreeMap<>()).merge(served, images, Integer::sum)))));
        return counts.isEmpty() ? null : of(name, counts);
    }

    private static Inspection of(String name, Map<String, Map<String, Integer>> counts) {
        double recalls = 0;
        int defects = 0;
        int escaped = 0;
        for (var row : counts.entrySet()) {
            int images = images(row.getValue());
            recalls += (double) row.getValue().getOrDefault(row.getKey(), 0) / images;
            if (!row.getKey().equals(GOOD)) {
                defects += images;
                escaped += row.getValue().getOrDefault(GOOD, 0);
            }
        }
        Map<String, Integer> goods = counts.getOrDefault(GOOD, Map.of());
        return new Inspection(name, recalls / counts.size(), share(escaped, defects),
                share(images(goods) - goods.getOrDefault(GOOD, 0), images(goods)));
    }

    private static int images(Map<String, Integer> row) {
        return row.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
