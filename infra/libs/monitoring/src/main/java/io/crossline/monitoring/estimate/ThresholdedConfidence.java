package io.crossline.monitoring.estimate;

import static io.crossline.monitoring.estimate.BootstrapInterval.RESAMPLES;

import java.util.Arrays;
import java.util.Random;

/**
 * Average thresholded confidence (Garg et al. 2022, section 4): on labelled images a threshold is found such that the share of
 * images above it is the accuracy; on unlabelled ones the share above the same threshold estimates theirs. It holds as far as
 * the model's confidence means the same on both.
 */
public final class ThresholdedConfidence {

    private final double[] confidences;
    private final boolean[] correct;
    private final long seed;

    /**
     * @param confidences probability of the predicted class of labelled images, 0 to 1; at least one
     * @param correct whether the prediction of each is right
     * @param seed of the interval's resampling: the same images give the same interval
     */
    public ThresholdedConfidence(double[] confidences, boolean[] correct, long seed) {
        if (confidences.length == 0 || confidences.length != correct.length) {
            throw new IllegalArgumentException(confidences.length + " confidences and " + correct.length
                    + " answers, expected as many of each and at least one");
        }
        this.confidences = confidences.clone();
        this.correct = correct.clone();
        this.seed = seed;
    }

    /**
     * @param window confidences of unlabelled images, at least one
     * @return with the interval of a bootstrap over both sets of images (Efron 1979, percentiles)
     */
    public AccuracyEstimate estimate(double[] window) {
        if (window.length == 0) {
            throw new IllegalArgumentException("A window needs images, there are none");
        }
        Random random = new Random(seed);
        double[] resampled = new double[RESAMPLES];
        double[] chosen = new double[confidences.length];
        for (int i = 0; i < RESAMPLES; i++) {
            int right = 0;
            for (int k = 0; k < chosen.length; k++) {
                int place = random.nextInt(chosen.length);
                chosen[k] = confidences[place];
                right += correct[place] ? 1 : 0;
            }
            double threshold = threshold(chosen, right);
            int above = 0;
            for (int k = 0; k < window.length; k++) {
                above += window[random.nextInt(window.length)] >= threshold ? 1 : 0;
            }
            resampled[i] = (double) above / window.length;
        }
        double accuracy = shareFrom(threshold(confidences.clone(), right()), window);
        return AccuracyEstimate.bootstrapped(accuracy, resampled);
    }

    /** Smallest confidence of the labelled images that counts as right; infinite where no answer is. */
    public double threshold() {
        return threshold(confidences.clone(), right());
    }

    /** Share of right answers on the labelled images. */
    public double accuracy() {
        return (double) right() / correct.length;
    }

    private int right() {
        int right = 0;
        for (boolean answer : correct) {
            right += answer ? 1 : 0;
        }
        return right;
    }

    /** Smallest confidence that counts: {@code right} of the given ones reach it. Sorts them. */
    static double threshold(double[] given, int right) {
        Arrays.sort(given);
        return right == 0 ? Double.POSITIVE_INFINITY : given[given.length - right];
    }

    static double shareFrom(double threshold, double[] window) {
        return (double) Arrays.stream(window).filter(confidence -> confidence >= threshold).count() / window.length;
    }
}
