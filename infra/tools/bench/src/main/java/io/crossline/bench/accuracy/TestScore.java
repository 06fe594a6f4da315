package io.crossline.bench.accuracy;

import io.crossline.monitoring.metrics.InspectionFigures;
import io.crossline.monitoring.metrics.MeasuredShare;

/**
 * A classifier's figures on a line's test images.
 *
 * @param accuracy share of right answers, 0 to 1
 */
record TestScore(double accuracy, InspectionFigures figures) {

    double balancedAccuracy() {
        return figures.balancedAccuracy().value();
    }

    /** Share of the defects that were called good; null where no class is the good one. */
    Double escapes() {
        return value(figures.escapes());
    }

    /** Share of the good parts that were called a defect; null where no class is the good one. */
    Double overkill() {
        return value(figures.overkill());
    }

    private static Double value(MeasuredShare share) {
        return share == null ? null : share.value();
    }
}
