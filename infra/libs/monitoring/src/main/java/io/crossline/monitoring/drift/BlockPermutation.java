package io.crossline.monitoring.drift;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * P-values of a window's discrepancies from the reference, by the rank of each among random other arrangements of all blocks
 * (blocks as of Künsch 1989: neighbouring images share a production lot and are not independent). The window's are divided by
 * the {@linkplain ReferenceBlocks spread} first. The statistics' are corrected for their number by the largest of each
 * arrangement, every statistic in units of its mean (Westfall and Young 1993).
 *
 * @param featuresP smallest possible 1 / (permutations + 1)
 * @param statisticsP corrected, likewise
 */
record BlockPermutation(double featuresP, Map<PictureStatistic, Double> statisticsP) {

    /** Equal but for rounding counts as large. */
    private static final double ROUNDING = 1 - 1e-9;

    /**
     * @param distributions of the reference's images and the window's
     * @param given the window's blocks now, the reference's before; comparable
     */
    static BlockPermutation of(ReferenceBlocks reference, BlockedImages window, Distributions distributions,
            Arrangement given, double[] mix, int permutations, Random random) {
        BlockedImages all = reference.images().and(window);
        Discrepancies discrepancies = new Discrepancies(distributions, reference.sumsWith(window));
        double[][] values = new double[permutations + 1][];
        values[0] = discrepancies.of(given);
        for (int i = 1; i <= permutations; i++) {
            boolean[] now = another(all.blocks(), window.blocks(), random);
            values[i] = discrepancies.of(Arrangement.of(all.cells(), now, mix));
        }
        return ranked(values, reference.featuresSpread(), reference.statisticsSpread());
    }

    /**
     * An arrangement other than the given one, whose blocks are the last. Drawn again, the given one would be as large as
     * itself, and the greatest drift unseen: with 20 blocks of reference in one of 53 windows (Phipson and Smyth 2010).
     */
    private static boolean[] another(int all, int window, Random random) {
        boolean[] now = ReferenceBlocks.choose(all, window, random);
        while (isGiven(now, window)) {
            now = ReferenceBlocks.choose(all, window, random);
        }
        return now;
    }

    private static boolean isGiven(boolean[] now, int window) {
        for (int i = 0; i < now.length - window; i++) {
            if (now[i]) {
                return false;
            }
        }
        return true;
    }

    /** @param values the given arrangement's first, each as {@link Discrepancies} orders them */
    static BlockPermutation ranked(double[][] values, double featuresSpread, double statisticsSpread) {
        double[] means = new double[values[0].length];
        for (double[] row : values) {
            for (int k = 0; k < means.length; k++) {
                means[k] += row[k] / values.length;
            }
        }
        double[] largest = Arrays.stream(values).mapToDouble(row -> {
            double most = 0;
            for (int k = 1; k < means.length; k++) {
                most = Math.max(most, inMeans(row[k], means[k]));
            }
            return most;
        }).toArray();
        double[] features = Arrays.stream(values).mapToDouble(row -> row[Discrepancies.FEATURES]).toArray();
        Map<PictureStatistic, Double> statistics = new EnumMap<>(PictureStatistic.class);
        for (PictureStatistic statistic : PictureStatistic.values()) {
            int k = 1 + statistic.ordinal();
            statistics.put(statistic, p(inMeans(values[0][k], means[k]) / statisticsSpread, largest));
        }
        return new BlockPermutation(p(features[0] / featuresSpread, features), statistics);
    }

    private static double inMeans(double value, double mean) {
        return mean > 0 ? value / mean : 0;
    }

    /** Share of the arrangements, the given one included, that are as large. */
    private static double p(double given, double[] all) {
        int asLarge = 1;
        for (int i = 1; i < all.length; i++) {
            asLarge += all[i] >= given * ROUNDING ? 1 : 0;
        }
        return asLarge / (double) all.length;
    }
}
