package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.InspectionFigures;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.MeasuredShare;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.metrics.Trade;

/**
 * A model's figures on one line's test images, by the good class and the costs that the line has now.
 *
 * @param images scored, unlabelled ones included; those of {@code otherClasses} are not among them
 * @param accuracy over the labelled images; null where there are none
 * @param balancedAccuracy mean of the classes' recalls; null where there are no labels
 * @param goodClass name of the class of parts without a defect; null where no class is it
 * @param escapes share of the defects that were called good; null without good class or labelled defects
 * @param overkill share of the good parts that were called a defect; null without good class or labelled good parts
 * @param cost expected cost of an image in the test images' own mix; null where escapes or overkill is
 * @param calibrationError expected calibration error over the labelled images
 * @param confusion {@code [actual][predicted]}; empty where there are no labels
 * @param classes one score a class; empty where there are no labels
 * @param trade escapes against overkill as the threshold on the good class's probability moves; null where there is no such curve
 * @param otherClasses images of classes that the model does not know, by the class's name: they are not scored
 * @param maxEscapes largest share of the defects that may be called good on the line; null for no limit
 */
public record LineScoreView(String line, Role role, long images, Double accuracy, MeasuredShare balancedAccuracy,
        String goodClass, MeasuredShare escapes, MeasuredShare overkill, Double cost, Double calibrationError,
        long[][] confusion, List<ClassScore> classes, Trade trade, Map<String, Long> otherClasses,
        Double maxEscapes) {

    LineScoreView withoutTrade() {
        return new LineScoreView(line, role, images, accuracy, balancedAccuracy, goodClass, escapes, overkill, cost,
                calibrationError, confusion, classes, null, otherClasses, maxEscapes);
    }

    static LineScoreView of(LineScore score, List<String> classNames, LineAims aims) {
        OptionalInt good = aims.goodIndex(classNames);
        InspectionFigures figures = InspectionFigures.of(score.confusion(), good);
        return new LineScoreView(score.line(), score.role(), score.images(), score.accuracy(),
                figures.balancedAccuracy(), good.isEmpty() ? null : classNames.get(good.getAsInt()), figures.escapes(),
                figures.overkill(), figures.cost(aims.costs()), score.calibrationError(), score.confusion(),
                score.classes(), score.trade(), score.otherClasses(), aims.maxEscapes());
    }
}
