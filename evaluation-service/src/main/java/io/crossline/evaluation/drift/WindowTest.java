package io.crossline.evaluation.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Tests a window of images against a reference. The pictures count as changed where the features' discrepancy has a p-value of
 * at most half of the false-alarm rate, or a picture statistic one of at most the other half after Holm's correction
 * (Kolmogorov-Smirnov): so a window without drift is called drifted with at most that probability. The class mix is tested
 * apart, by chi-square, and taken out of the other tests.
 *
 * @param falseAlarmRate of one window, above 0 to 1
 * @param permutations of the features' test; its smallest p-value {@code 1 / (permutations + 1)} must not be above half of
 *        the rate
 */
public record WindowTest(double falseAlarmRate, int permutations) {

    /** Images of the reference for each one of the window. */
    private static final int REFERENCE_SHARE = 2;
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

    /** @param random for the choice of reference images and the permutations */
    public WindowFinding test(Reference reference, List<Observation> window, Random random) {
        List<Observation> matching = reference.matching(window, REFERENCE_SHARE, random);
        double classMixP = classMix(reference.all(), window);
        boolean classMixChanged = classMixP <= falseAlarmRate;
        if (matching.size() < 2) {
            // only classes that the model was never right to predict: nothing to compare with
            return new WindowFinding(true, true, 0, Map.of(), classMixP, Map.of(), means(window));
        }
        double featuresP = MaximumMeanDiscrepancy.pValue(features(matching), classes(matching), features(window),
                classes(window), permutations, random);
        Map<PictureStatistic, Double> statisticsP = holm(statistics(matching, window));
        boolean drifted = featuresP <= falseAlarmRate / 2
                || statisticsP.values().stream().anyMatch(p -> p <= falseAlarmRate / 2);
        return new WindowFinding(drifted, classMixChanged, featuresP, statisticsP, classMixP, means(matching),
                means(window));
    }

    private static Map<PictureStatistic, Double> statistics(List<Observation> before, List<Observation> now) {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        Map<PictureStatistic, Double> values = new EnumMap<>(PictureStatistic.class);
        for (PictureStatistic statistic : PictureStatistic.values()) {
            double distance = test.kolmogorovSmirnovStatistic(values(before, statistic), values(now, statistic));
            values.put(statistic, test.approximateP(distance, before.size(), now.size()));
        }
        return values;
    }

    /** Holm 1979: the i-th smallest of m p-values times m - i + 1, never falling. */
    static Map<PictureStatistic, Double> holm(Map<PictureStatistic, Double> values) {
        List<PictureStatistic> sorted = values.keySet().stream().sorted(Comparator.comparing(values::get)).toList();
        Map<PictureStatistic, Double> corrected = new EnumMap<>(PictureStatistic.class);
        double highest = 0;
        for (int i = 0; i < sorted.size(); i++) {
            highest = Math.max(highest, Math.min(1, values.get(sorted.get(i)) * (sorted.size() - i)));
            corrected.put(sorted.get(i), highest);
        }
        return corrected;
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

    private static float[][] features(List<Observation> observations) {
        return observations.stream().map(Observation::features).toArray(float[][]::new);
    }

    private static int[] classes(List<Observation> observations) {
        return observations.stream().mapToInt(Observation::predictedClass).toArray();
    }
}
