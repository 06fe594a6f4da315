package io.crossline.monitoring.metrics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a plant asks of a classifier, beside its accuracy. A figure without images to count it on is null.
 *
 * @param balancedAccuracy mean of the recalls of the classes that have images
 * @param escapes share of the images of defects that were called good; null also where no class is the good one
 * @param overkill share of the images of good parts that were called a defect; null also where no class is the good one
 * @param goodShare share of good parts among the images; null also where no class is the good one
 */
public record InspectionFigures(MeasuredShare balancedAccuracy, MeasuredShare escapes, MeasuredShare overkill,
        Double goodShare) {

    /**
     * @param counts {@code [K][K]}: images of each class (row) that were taken for each class (column)
     * @param good index of the good class, if there is one
     */
    public static InspectionFigures of(long[][] counts, OptionalInt good) {
        MeasuredShare balanced = balancedAccuracy(counts);
        if (good.isEmpty() || balanced == null) {
            return new InspectionFigures(balanced, null, null, null);
        }
        int k = good.getAsInt();
        long goods = Arrays.stream(counts[k]).sum();
        long defects = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum() - goods;
        long calledGood = Arrays.stream(counts).mapToLong(row -> row[k]).sum();
        long escaped = calledGood - counts[k][k];
        return new InspectionFigures(balanced, MeasuredShare.of(escaped, defects),
                MeasuredShare.of(goods - counts[k][k], goods), (double) goods / (goods + defects));
    }

    /**
     * Expected cost of an image in the images' own mix of good parts and defects.
     *
     * @return null where escapes or overkill is
     */
    public Double cost(Costs costs) {
        return goodShare == null ? null : cost(costs, goodShare);
    }

    /**
     * @param good share of good parts on the line, 0 to 1
     * @return null where escapes or overkill is
     */
    public Double cost(Costs costs, double good) {
        return escapes == null || overkill == null ? null : costs.ofImage(escapes.value(), overkill.value(), good);
    }

    /**
     * The recalls of K classes are independent shares {@code r} with Wilson's intervals {@code l} to {@code u}. The interval of their
     * mean recovers its variance from these: {@code mean - sqrt(sum (r - l)^2) / K} to {@code mean + sqrt(sum (u - r)^2) / K} (Newcombe
     * 1998, method 10, for two shares; Zou and Donner 2008 for more). It stays wide where a class has few images that are all right.
     */
    static MeasuredShare balancedAccuracy(long[][] counts) {
        int classes = 0;
        double sum = 0;
        double below = 0;
        double above = 0;
        for (int k = 0; k < counts.length; k++) {
            MeasuredShare recall = MeasuredShare.of(counts[k][k], Arrays.stream(counts[k]).sum());
            if (recall != null) {
                classes++;
                sum += recall.value();
                below += Math.pow(recall.value() - recall.low(), 2);
                above += Math.pow(recall.high() - recall.value(), 2);
            }
        }
        if (classes == 0) {
            return null;
        }
        double mean = sum / classes;
        return MeasuredShare.around(mean, mean - Math.sqrt(below) / classes, mean + Math.sqrt(above) / classes);
    }
}
