package io.crossline.evaluation.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.crossline.contracts.Method;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.store.MethodResult;
import io.crossline.monitoring.metrics.MeasuredShare;
import io.crossline.monitoring.metrics.Role;

/**
 * One method. A figure is null where the line's test images have no labels; escapes, overkill and cost also where no class is the good
 * one.
 *
 * @param improvement target accuracy minus that of the source-only classifier; null where either is not known
 * @param targetEscapes share of the defects that were called good
 * @param targetOverkill share of the good parts that were called a defect
 * @param targetClasses labelled test images of the target that it was scored on, by class, in the model's order; empty where there are no labels
 * @param targetOtherClasses test images of the target of classes that the model does not know, by class: they are not scored
 * @param targetCost expected cost of an image in the target test images' own mix
 */
public record SummaryRow(Method method, Double sourceAccuracy, Double targetAccuracy, Double improvement,
        Double sourceBalancedAccuracy, Interval sourceBalancedAccuracyInterval, Double targetBalancedAccuracy,
        Interval targetBalancedAccuracyInterval, Double targetEscapes, Interval targetEscapesInterval,
        Double targetOverkill, Interval targetOverkillInterval, Double targetCost, Map<String, Long> targetClasses,
        Map<String, Long> targetOtherClasses, double trainSeconds,
        double imagesPerSecond, String modelVersion) {

    /** Of 95 %. */
    public record Interval(double low, double high) {

        private static Interval of(MeasuredShare share) {
            return share == null ? null : new Interval(share.low(), share.high());
        }
    }

    static SummaryRow of(MethodResult result, Double baseline, ToldAims aims) {
        Optional<LineScoreView> source = score(result, Role.SOURCE, aims);
        Optional<LineScoreView> target = score(result, Role.TARGET, aims);
        Double accuracy = target.map(LineScoreView::accuracy).orElse(null);
        MeasuredShare sourceBalanced = source.map(LineScoreView::balancedAccuracy).orElse(null);
        MeasuredShare balanced = target.map(LineScoreView::balancedAccuracy).orElse(null);
        MeasuredShare escapes = target.map(LineScoreView::escapes).orElse(null);
        MeasuredShare overkill = target.map(LineScoreView::overkill).orElse(null);
        return new SummaryRow(result.method(), source.map(LineScoreView::accuracy).orElse(null), accuracy,
                baseline == null || accuracy == null ? null : accuracy - baseline, value(sourceBalanced),
                Interval.of(sourceBalanced), value(balanced), Interval.of(balanced), value(escapes),
                Interval.of(escapes), value(overkill), Interval.of(overkill),
                target.map(LineScoreView::cost).orElse(null), target.map(SummaryRow::classes).orElse(Map.of()),
                target.map(LineScoreView::otherClasses).orElse(Map.of()), result.trainSeconds(),
                result.imagesPerSecond(),
                result.evaluation().modelVersion());
    }

    private static Map<String, Long> classes(LineScoreView score) {
        Map<String, Long> images = new LinkedHashMap<>();
        score.classes().forEach(one -> images.put(one.className(), one.support()));
        return images;
    }

    private static Optional<LineScoreView> score(MethodResult result, Role role, ToldAims aims) {
        return result.evaluation().score(role).map(
                score -> LineScoreView.of(score, result.evaluation().classNames(), aims.of(score.line())));
    }

    private static Double value(MeasuredShare share) {
        return share == null ? null : share.value();
    }
}
