package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Map;

/**
 * The labels that a line was given, and what they were good for.
 *
 * @param byClass how many of each class
 * @param cycles one for each cycle that trained with labels, newest first
 */
public record LabelSummaryView(int given, Map<String, Integer> byClass, List<Cycle> cycles) {

    /**
     * @param labels that the candidate was trained with
     * @param accuracyBefore of the champion, 0 to 1, or null where it is not known
     * @param accuracyAfter of the candidate, 0 to 1, or null where it is not known
     * @param gainPerLabel their difference, divided by the labels; null where either is not known
     */
    public record Cycle(String cycleId, int labels, Double accuracyBefore, Double accuracyAfter, Double gainPerLabel) {}

    static LabelSummaryView of(Map<String, Integer> byClass, List<Cycle> cycles) {
        return new LabelSummaryView(byClass.values().stream().mapToInt(Integer::intValue).sum(), byClass, cycles);
    }
}
