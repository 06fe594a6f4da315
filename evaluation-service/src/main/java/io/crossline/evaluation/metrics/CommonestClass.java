package io.crossline.evaluation.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer that needs no classifier: always the class that has most images. A classifier is of use only if it is better. */
public final class CommonestClass {

    private CommonestClass() {}

    /**
     * A classifier is clearly better where the lower ends of the 95 % intervals of both its accuracy and its balanced accuracy are above
     * what the commonest class alone reaches: its share of the images, and 1 / (classes that have images).
     *
     * @param counts {@code [K][K]}: images of each class (row) that were taken for each class (column)
     * @return one sentence that says by how much it is not; empty where it is clearly better, and without images
     */
    public static Optional<String> objection(String line, List<String> classNames, long[][] counts) {
        long[] images = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        long all = Arrays.stream(images).sum();
        if (all == 0) {
            return Optional.empty();
        }
        int commonest = 0;
        long right = 0;
        for (int k = 0; k < images.length; k++) {
            commonest = images[k] > images[commonest] ? k : commonest;
            right += counts[k][k];
        }
        MeasuredShare accuracy = MeasuredShare.of(right, all);
        MeasuredShare balanced = InspectionFigures.balancedAccuracy(counts);
        double share = (double) images[commonest] / all;
        double even = 1.0 / Arrays.stream(images).filter(count -> count > 0).count();
        if (accuracy.low() > share && balanced.low() > even) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT,
                "The source classifier is not clearly above the commonest class on its own line, %s: accuracy %s where always "
                        + "answering '%s' has %.3f, balanced accuracy %s where that has %.3f.",
                line, text(accuracy), classNames.get(commonest), share, text(balanced), even));
    }

    private static String text(MeasuredShare share) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", share.value(), share.low(), share.high());
    }
}
