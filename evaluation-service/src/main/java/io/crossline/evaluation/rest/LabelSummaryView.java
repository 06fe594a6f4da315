package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.evaluation.labels.AuditBook.AuditedModel;
import io.crossline.evaluation.labels.AuditStatement;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.monitoring.gate.PairedComparison;

/**
 * The labels that a line was given, and what they were good for.
 *
 * @param byClass how many of each class
 * @param audit what the labels of images drawn at random prove of the line's champion; null where nothing was drawn
 * @param cycles one for each cycle that trained with labels, newest first
 */
public record LabelSummaryView(int given, Map<String, Integer> byClass, AuditStatement audit,
        List<LabelledCycle> cycles) {

    /**
     * @param labels that the candidate was trained with
     * @param accuracyBefore of the champion, 0 to 1, or null where it is not known
     * @param accuracyAfter of the candidate, 0 to 1, or null where it is not known
     * @param gainPerLabel their difference, divided by the labels; null where either is not known
     */
    public record LabelledCycle(String cycleId, int labels, Double accuracyBefore, Double accuracyAfter,
            Double gainPerLabel) {}

    static LabelSummaryView of(Map<String, Integer> byClass, Optional<AuditedModel> audited, List<Cycle> cycles) {
        return new LabelSummaryView(byClass.values().stream().mapToInt(Integer::intValue).sum(), byClass,
                audited.map(AuditStatement::of).orElse(null),
                cycles.stream().map(LabelSummaryView::gain).toList());
    }

    /** On labelled images that neither model learnt, where there were enough. */
    private static LabelledCycle gain(Cycle cycle) {
        PairedComparison paired = cycle.gate() == null ? null : cycle.gate().paired();
        if (paired == null) {
            return new LabelledCycle(cycle.cycleId().toString(), cycle.labels(), null, null, null);
        }
        double before = (double) paired.championRight() / paired.labelled();
        double after = (double) paired.candidateRight() / paired.labelled();
        return new LabelledCycle(cycle.cycleId().toString(), cycle.labels(), before, after,
                (after - before) / cycle.labels());
    }
}
