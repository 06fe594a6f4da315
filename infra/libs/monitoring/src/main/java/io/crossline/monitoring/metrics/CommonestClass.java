package io.crossline.monitoring.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** The answer that needs no classifier: always the class that has most images. A classifier is of use only if it is better. */
public final class CommonestClass {

    private static final double ONE_SIDED = 0.025;

    private CommonestClass() {}

    /**
     * A classifier is clearly better where it is right about surely more images of other classes than it is wrong about images of the
     * commonest one (McNemar's exact test of the two, one-sided, 2.5 %), and where the lower end of the 95 % interval of its balanced
     * accuracy is above 1 / (classes that have images), which the commonest class alone reaches.
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
        int won = Math.toIntExact(right - counts[commonest][commonest]);
        int lost = Math.toIntExact(images[commonest] - counts[commonest][commonest]);
        if (isMore(won, lost) && balanced.low() > even) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT,
                "The source classifier is not clearly above the commonest class on its own line, %s: accuracy %s where always "
                        + "answering '%s' has %.3f, balanced accuracy %s where that has %.3f.",
                line, text(accuracy), classNames.get(commonest), share, text(balanced), even));
    }

    /** Whether so many more of both, each as likely as the other, come by chance in at most 2.5 % of cases. */
    private static boolean isMore(int won, int lost) {
        return won > lost
                && 1 - new BinomialDistribution(won + lost, 0.5).cumulativeProbability(won - 1) <= ONE_SIDED;
    }

    private static String text(MeasuredShare share) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", share.value(), share.low(), share.high());
    }
}
