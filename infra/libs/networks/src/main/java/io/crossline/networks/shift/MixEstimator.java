package io.crossline.networks.shift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Estimates the mix of classes by expectation maximisation on calibrated probabilities, with black-box shift estimation as a check.
 *
 * <p>
 * Intervals are percentiles of a bootstrap (Efron 1979) over the target's images and, class by class, the source's: calibration,
 * shares and check are computed anew for each. Both estimators are right where the images of each class are like the source's,
 * so they are said to agree while their difference is within its own bootstrap error (Hausman 1978), 95 % for all classes together
 * (Bonferroni), or below one point.
 */
public final class MixEstimator {

    private static final int RESAMPLES = 400;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    /** A difference of shares that does not matter. */
    private static final double SMALL = 0.01;

    private final int resamples;

    public MixEstimator() {
        this(RESAMPLES);
    }

    MixEstimator(int resamples) {
        this.resamples = resamples;
    }

    /** Both estimators' shares on one choice of images. */
    private record Shares(double[] byEm, double[] byConfusion, BiasCorrectedTemperature calibration) {}

    /** Images as the estimators see them. */
    private record Images(double[][] logarithms, int[] predicted) {

        static Images of(float[][] probabilities) {
            int[] predicted = new int[probabilities.length];
            for (int i = 0; i < predicted.length; i++) {
                for (int k = 1; k < probabilities[i].length; k++) {
                    predicted[i] = probabilities[i][k] > probabilities[i][predicted[i]] ? k : predicted[i];
                }
            }
            return new Images(BiasCorrectedTemperature.logarithms(probabilities), predicted);
        }

        Images choose(int[] indices) {
            return new Images(Arrays.stream(indices).mapToObj(i -> logarithms[i]).toArray(double[][]::new),
                    Arrays.stream(indices).map(i -> predicted[i]).toArray());
        }
    }

    /**
     * @param target probabilities of the images whose mix is asked for, {@code [N][K]}
     * @param source probabilities of labelled images that the classifier did not learn, {@code [M][K]}
     * @param labels {@code [M]}, 0 to K - 1, each at least once
     * @param bounds that the estimate keeps; {@link ShareBounds#any} for a free one
     * @param seed the same seed gives the same interval
     */
    public MixEstimate estimate(float[][] target, float[][] source, int[] labels, ShareBounds bounds, long seed) {
        int classes = requireTogether(target, source, labels, bounds);
        Images targetImages = Images.of(target);
        Images sourceImages = Images.of(source);
        Shares all = shares(targetImages, sourceImages, labels, bounds, null);
        int[][] byClass = byClass(labels, classes);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] shares = new double[classes][resamples];
        double[][] differences = new double[classes][resamples];
        for (int r = 0; r < resamples; r++) {
            int[] chosen = resampled(byClass, random);
            Shares again = shares(targetImages.choose(random.ints(target.length, 0, target.length).toArray()),
                    sourceImages.choose(chosen), Arrays.stream(chosen).map(i -> labels[i]).toArray(), bounds, all);
            for (int k = 0; k < classes; k++) {
                shares[k][r] = again.byEm()[k];
                differences[k][r] = again.byEm()[k] - again.byConfusion()[k];
            }
        }
        return new MixEstimate(all.byEm(), Arrays.stream(shares).mapToDouble(of -> quantile(of, LOW)).toArray(),
                Arrays.stream(shares).mapToDouble(of -> quantile(of, HIGH)).toArray(), agree(all, differences));
    }

    /**
     * The shares by expectation maximisation alone, without an interval; parameters as for {@link #estimate}.
     *
     * @return {@code [K]}, sums to 1
     */
    public double[] shares(float[][] target, float[][] source, int[] labels, ShareBounds bounds) {
        requireTogether(target, source, labels, bounds);
        return shares(Images.of(target), Images.of(source), labels, bounds, null).byEm();
    }

    private static int requireTogether(float[][] target, float[][] source, int[] labels, ShareBounds bounds) {
        int classes = Checks.requireLabelled(source, labels);
        if (Checks.requireProbabilities("target", target) != classes || bounds.classes() != classes) {
            throw new IllegalArgumentException("target has " + target[0].length + " classes and bounds "
                    + bounds.classes() + ", expected " + classes + " as source has");
        }
        return classes;
    }

    private static Shares shares(Images target, Images source, int[] labels, ShareBounds bounds, Shares near) {
        int classes = bounds.classes();
        BiasCorrectedTemperature calibration = BiasCorrectedTemperature.fit(source.logarithms(), labels,
                near == null ? BiasCorrectedTemperature.none(classes) : near.calibration());
        double[] sourceShares = means(calibration.apply(source.logarithms()));
        double[] byEm = ExpectationMaximisation.shares(calibration.apply(target.logarithms()), sourceShares, bounds,
                near == null ? sourceShares : near.byEm());
        double[] predicted = BlackBoxShift.frequencies(target.predicted(), classes);
        double[] byConfusion = BlackBoxShift.shares(BlackBoxShift.confusion(source.predicted(), labels, classes),
                predicted, bounds, near == null ? predicted : near.byConfusion());
        return new Shares(byEm, byConfusion, calibration);
    }

    private static boolean agree(Shares all, double[][] differences) {
        double z = new NormalDistribution().inverseCumulativeProbability(1 - LOW / differences.length);
        for (int k = 0; k < differences.length; k++) {
            double mean = Arrays.stream(differences[k]).average().orElse(0);
            double variance = Arrays.stream(differences[k]).map(d -> (d - mean) * (d - mean)).average().orElse(0);
            if (Math.abs(all.byEm()[k] - all.byConfusion()[k]) > Math.max(SMALL, z * Math.sqrt(variance))) {
                return false;
            }
        }
        return true;
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int k = 0; k < means.length; k++) {
                means[k] += row[k] / rows.length;
            }
        }
        return means;
    }

    private static int[][] byClass(int[] labels, int classes) {
        int[][] byClass = new int[classes][];
        for (int k = 0; k < classes; k++) {
            int wanted = k;
            byClass[k] = IntStream.range(0, labels.length).filter(i -> labels[i] == wanted).toArray();
        }
        return byClass;
    }

    /** As many of each class as there are, so that each stays known. */
    private static int[] resampled(int[][] byClass, SplittableRandom random) {
        return Arrays.stream(byClass).flatMapToInt(
                images -> random.ints(images.length, 0, images.length).map(i -> images[i])).toArray();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
