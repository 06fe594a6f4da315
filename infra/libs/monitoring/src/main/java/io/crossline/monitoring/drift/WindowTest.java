package io.crossline.monitoring.drift;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.hipparchus.stat.inference.ChiSquareTest;

import io.crossline.monitoring.metrics.ClassShares;

/**
 * Tests a window of images against a reference. The pictures count as changed where the features' discrepancy has a p-value of
 * at most half of the false-alarm rate, or a picture statistic one of at most the other half, corrected for their number: see
 * {@link BlockPermutation}. Images change sides in blocks of neighbours, a quarter of a window each, so that a window without drift
 * is called drifted with about that probability also where neighbours share a production lot. The class mix is tested apart,
 * by chi-square, and taken out of the other tests by weights: but not where people told the line's mix and the answers' mix is so far from it that
 * many answers must be wrong. Such answers say nothing of the parts; then every image weighs the same.
 *
 * <p>
 * Weights hide a change that turns all answers to one class: many of its images are the window's own then, on whichever side they are. So a statistic is
 * changed as well where {@linkplain MixtureTest no mix of the reference's classes} explains the window, at a twentieth of the false-alarm rate. Its p-value is the
 * smaller of both, the mixtures' taken tenfold (a Bonferroni correction with weights: Genovese, Roeder and Wasserman 2006).
 *
 * @param falseAlarmRate of one window, above 0 to 1
 * @param permutations of the blocks; the smallest p-value {@code 1 / (permutations + 1)} must not be above half of
 *        the rate
 */
public record WindowTest(double falseAlarmRate, int permutations) {

    /** Share of answers that has to be wrong by the told mix, which people tell roughly. */
    private static final double WRONG_ANSWERS = 0.2;
    private static final int WINDOW_BLOCKS = 4;
    /** Of the reference, however small: 4 of 24 blocks can be chosen in 10,626 ways. */
    private static final int FEWEST_BLOCKS = 20;
    /** The mixtures' test may give a false alarm so many times more rarely than that with weights. */
    private static final int MIXTURE_RARITY = 10;
    /** Holds chi-square to tables whose cells expect enough; rarer classes count as one. */
    private static final int FEWEST_EXPECTED = 5;

    public WindowTest {
        if (!(falseAlarmRate > 0 && falseAlarmRate <= 1)) {
            throw new IllegalArgumentException("falseAlarmRate is " + falseAlarmRate + ", expected above 0 to 1");
        }
        if (1.0 / (permutations + 1) > falseAlarmRate / 2) {
            throw new IllegalArgumentException(permutations + " permutations cannot show a p-value of "
                    + falseAlarmRate / 2 + ", expected at least " + (int) Math.ceil(2 / falseAlarmRate - 1));
        }
    }

    /**
     * @param window in the line's order
     * @param told share of each class that people expect on the line, {@code [K]}; null where nobody told
     * @param random for the permutations
     */
    public WindowFinding test(Reference reference, List<Observation> window, double[] told, Random random) {
        double classMixP = classMix(reference.all(), window);
        return told != null && ClassShares.distance(ClassShares.of(
                window.stream().mapToInt(Observation::predictedClass), told.length), told) > WRONG_ANSWERS
                        ? test(reference.ofOneClass(), window.stream().map(Observation::ofOneClass).toList(), classMixP,
                                false, true, random)
                        : test(reference, window, classMixP, classMixP <= falseAlarmRate, false, random);
    }

    private WindowFinding test(Reference reference, List<Observation> window, double classMixP, boolean classMixChanged,
            boolean contradictsTold, Random random) {
        int windowBlocks = Math.min(WINDOW_BLOCKS, window.size());
        int images = reference.all().size();
        int referenceBlocks = Math.min(images, Math.max(FEWEST_BLOCKS, images * windowBlocks / window.size()));
        ReferenceBlocks before = reference.blocks(referenceBlocks, windowBlocks);
        BlockedImages now = BlockedImages.of(window, windowBlocks);
        double[] mix = now.mix(Math.max(now.classes(), before.images().classes()));
        Arrangement given = given(before.images(), now, mix);
        Distributions distributions = new Distributions(before.images().and(now));
        MixtureTest mixtures = before.mixtures(MIXTURE_RARITY * (permutations + 1) - 1);
        if (!given.comparable()) {
            // only classes that the model was never right to predict: nothing to compare with but all images
            double[] all = before.images().mix(mix.length);
            return new WindowFinding(true, true, false, 0, smaller(Map.of(), mixtures.p(now, distributions, all)),
                    classMixP, means(reference, all), means(window));
        }
        BlockPermutation permuted = BlockPermutation.of(before, now, distributions, given, mix, permutations, random);
        Map<PictureStatistic, Double> statisticsP = smaller(permuted.statisticsP(),
                mixtures.p(now, distributions, mix));
        boolean drifted = permuted.featuresP() <= falseAlarmRate / 2
                || statisticsP.values().stream().anyMatch(p -> p <= falseAlarmRate / 2);
        return new WindowFinding(drifted, classMixChanged, contradictsTold, permuted.featuresP(),
                statisticsP, classMixP, means(reference, mix), means(window));
    }

    /** The smaller p-value of each statistic, those of the mixtures as many times as large as their share of false alarms is small. */
    private static Map<PictureStatistic, Double> smaller(Map<PictureStatistic, Double> weighted,
            Map<PictureStatistic, Double> unexplained) {
        Map<PictureStatistic, Double> smaller = new EnumMap<>(PictureStatistic.class);
        smaller.putAll(weighted);
        unexplained.forEach((statistic, p) -> smaller.merge(statistic, Math.min(1, MIXTURE_RARITY * p), Math::min));
        return smaller;
    }

    private static Arrangement given(BlockedImages before, BlockedImages now, double[] mix) {
        BlockedImages all = before.and(now);
        boolean[] side = new boolean[all.blocks()];
        Arrays.fill(side, before.blocks(), side.length, true);
        return Arrangement.of(all.cells(), side, mix);
    }

    private static double classMix(List<Observation> before, List<Observation> now) {
        int classes = 1 + Math.max(Arrays.stream(classes(before)).max().orElse(0),
                Arrays.stream(classes(now)).max().orElse(0));
        long[] countsBefore = new long[classes + 1];
        long[] countsNow = new long[classes + 1];
        before.forEach(observation -> countsBefore[observation.predictedClass()]++);
        now.forEach(observation -> countsNow[observation.predictedClass()]++);
        double share = (double) now.size() / (before.size() + now.size());
        for (int k = 0; k < classes; k++) {
            if ((countsBefore[k] + countsNow[k]) * share < FEWEST_EXPECTED) {
                countsBefore[classes] += countsBefore[k];
                countsNow[classes] += countsNow[k];
                countsBefore[k] = 0;
                countsNow[k] = 0;
            }
        }
        int[] kept = IntStream.rangeClosed(0, classes)
                .filter(k -> countsBefore[k] + countsNow[k] > 0).toArray();
        if (kept.length < 2) {
            return 1;
        }
        return new ChiSquareTest().chiSquareTestDataSetsComparison(
                Arrays.stream(kept).mapToLong(k -> countsBefore[k]).toArray(),
                Arrays.stream(kept).mapToLong(k -> countsNow[k]).toArray());
    }

    private static Map<PictureStatistic, Double> means(Reference reference, double[] mix) {
        Map<PictureStatistic, Double> means = new EnumMap<>(PictureStatistic.class);
        for (PictureStatistic statistic : PictureStatistic.values()) {
            means.put(statistic, reference.mean(statistic, mix));
        }
        return means;
    }

    private static Map<PictureStatistic, Double> means(List<Observation> observations) {
        Map<PictureStatistic, Double> means = new EnumMap<>(PictureStatistic.class);
        for (PictureStatistic statistic : PictureStatistic.values()) {
            means.put(statistic, Arrays.stream(values(observations, statistic)).average().orElse(0));
        }
        return means;
    }

    private static double[] values(List<Observation> observations, PictureStatistic statistic) {
        return observations.stream().mapToDouble(observation -> observation.statistics()[statistic.ordinal()])
                .toArray();
    }

    private static int[] classes(List<Observation> observations) {
        return observations.stream().mapToInt(Observation::predictedClass).toArray();
    }
}
