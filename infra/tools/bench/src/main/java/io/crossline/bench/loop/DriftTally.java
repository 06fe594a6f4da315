package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.List;

import io.crossline.monitoring.drift.DriftFinding;

/** What a detector said of runs of windows of one kind. */
final class DriftTally {

    private int windows;
    private int drifted;
    private int confirmed;
    private int byFeatures;
    private int byStatistics;
    private int runs;
    private final List<Integer> confirmedAfter = new ArrayList<>();

    /**
     * @param found of the windows of one run, in their order
     * @param rate at which a test of the features or of a statistic alone calls a window drifted
     */
    void add(List<DriftFinding> found, double rate) {
        runs++;
        int first = 0;
        for (DriftFinding finding : found) {
            windows++;
            drifted += finding.finding().drifted() ? 1 : 0;
            confirmed += finding.confirmed() ? 1 : 0;
            byFeatures += finding.finding().featuresP() <= rate ? 1 : 0;
            byStatistics += finding.finding().statisticsP().values().stream().anyMatch(p -> p <= rate) ? 1 : 0;
            if (finding.confirmed() && first == 0) {
                first = finding.window();
            }
        }
        if (first > 0) {
            confirmedAfter.add(first);
        }
    }

    /** Windows that the detector called drifted. */
    Share drifted() {
        return new Share(drifted, windows);
    }

    /** Windows that it passed over. */
    Share missed() {
        return new Share(windows - drifted, windows);
    }

    Share byFeatures() {
        return new Share(byFeatures, windows);
    }

    Share byStatistics() {
        return new Share(byStatistics, windows);
    }

    /** Drifts that it confirmed, of the windows. */
    Share confirmed() {
        return new Share(confirmed, windows);
    }

    /** Runs in which it confirmed a drift. */
    Share confirmedRuns() {
        return new Share(confirmedAfter.size(), runs);
    }

    /** Windows from the start to the first confirmation, mean over the runs with one; not a number without any. */
    double windowsToConfirmation() {
        return confirmedAfter.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
    }
}
