package io.crossline.monitoring.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What changed, in words. */
final class Diagnosis {

    private static final int MOST_NAMED = 4;

    private Diagnosis() {}

    /**
     * Such as "darker by 22 %, softer by 31 %; the class mix is unchanged": the largest changes first, each as a share of what was before.
     *
     * @param alpha a statistic with a p-value of at most this is named
     */
    static String of(WindowFinding finding, double alpha) {
        List<String> changes = finding.statisticsP().entrySet().stream().filter(entry -> entry.getValue() <= alpha)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingDouble(statistic -> -relativeChange(finding, statistic)))
                .limit(MOST_NAMED)
                .map(statistic -> statistic.change(finding.before().get(statistic), finding.now().get(statistic)))
                .toList();
        String pictures = changes.isEmpty()
                ? finding.drifted()
                        ? "other features, with the same light, focus and place"
                        : "the pictures are unchanged"
                : changes.stream().collect(Collectors.joining(", "));
        if (finding.contradictsTold()) {
            return pictures + "; many answers are wrong by the told mix of classes";
        }
        return pictures + "; the class mix " + (finding.classMixChanged() ? "has changed" : "is unchanged");
    }

    private static double relativeChange(WindowFinding finding, PictureStatistic statistic) {
        double before = finding.before().get(statistic);
        double change = Math.abs(finding.now().get(statistic) - before);
        return before == 0 ? change : change / Math.abs(before);
    }
}
