package io.crossline.monitoring.estimate;

import static io.crossline.monitoring.estimate.BootstrapInterval.RESAMPLES;

import java.util.Arrays;
import java.util.Random;

/**
 * What a confidence is worth on a line of which people labelled a few images: a logistic regression of right and wrong on the
 * confidence's logit (Platt 1999). It is fitted to labelled images from elsewhere first, and from there, with what they showed as
 * prior knowledge, to those of the line. A window's accuracy is the mean of its images' probabilities.
 *
 * <p>
 * Images that were labelled because of their confidence do not bias it. Images that were labelled because models disagree or because
 * they look unlike the others can: they are rather harder than others of the same confidence, and the estimate rather too low.
 */
public final class CalibratedConfidence {

    private final LogisticCalibration calibration;
    private final LogisticCalibration[] resampled = new LogisticCalibration[RESAMPLES];
    private final int labelled;
    private final long seed;

    /**
     * @param sourceConfidences probability of the predicted class of labelled images from elsewhere, 0 to 1, such as the source
     *        line's test images; may be none
     * @param sourceCorrect whether the prediction of each is right
     * @param lineConfidences the same of the line's images that people labelled; may be none
     * @param lineCorrect whether the prediction of each is right
     * @param seed of the interval's resampling: the same images give the same interval
     * @throws IllegalArgumentException unless there are as many answers as confidences, and at least one of either
     */
    public CalibratedConfidence(double[] sourceConfidences, boolean[] sourceCorrect, double[] lineConfidences,
            boolean[] lineCorrect, long seed) {
        if (sourceConfidences.length != sourceCorrect.length || lineConfidences.length != lineCorrect.length
                || sourceConfidences.length + lineConfidences.length == 0) {
            throw new IllegalArgumentException(
                    ("%d and %d confidences with %d and %d answers, expected as many of each "
                            + "and at least one").formatted(sourceConfidences.length, lineConfidences.length,
                                    sourceCorrect.length, lineCorrect.length));
        }
        this.labelled = lineConfidences.length;
        this.seed = seed;
        double[] source = logits(sourceConfidences);
        double[] line = logits(lineConfidences);
        LogisticCalibration elsewhere = LogisticCalibration.NONE.fit(source, sourceCorrect, ones(source.length),
                LogisticCalibration.NONE);
        this.calibration = elsewhere.fit(line, lineCorrect, ones(labelled), elsewhere);
        Random random = new Random(seed);
        for (int i = 0; i < RESAMPLES; i++) {
            LogisticCalibration prior = LogisticCalibration.NONE.fit(source, sourceCorrect,
                    draw(source.length, random), elsewhere);
            resampled[i] = prior.fit(line, lineCorrect, draw(labelled, random), calibration);
        }
    }

    private static double[] logits(double[] confidences) {
        return Arrays.stream(confidences).map(LogisticCalibration::logit).toArray();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How often each image is drawn where as many are drawn with replacement. */
    private static double[] draw(int count, Random random) {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[random.nextInt(count)]++;
        }
        return drawn;
    }

    /** Images of the line itself that it goes by. */
    public int labelled() {
        return labelled;
    }

    /** Probability that an answer of this confidence is right, 0 to 1. */
    public double probability(double confidence) {
        return calibration.probability(LogisticCalibration.logit(confidence));
    }

    /**
     * @param window confidences of unlabelled images, at least one
     * @return with the interval of a bootstrap over the labelled images, the window's images and their answers (Efron 1979,
     *         percentiles)
     */
    public AccuracyEstimate estimate(double[] window) {
        if (window.length == 0) {
            throw new IllegalArgumentException("A window needs images, there are none");
        }
        double[] logits = logits(window);
        Random random = new Random(seed);
        double[] accuracies = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int right = 0;
            for (int k = 0; k < logits.length; k++) {
                right += random.nextDouble() < resampled[i].probability(logits[random.nextInt(logits.length)]) ? 1 : 0;
            }
            accuracies[i] = (double) right / logits.length;
        }
        double accuracy = Arrays.stream(logits).map(calibration::probability).average().orElseThrow();
        return AccuracyEstimate.bootstrapped(accuracy, accuracies);
    }
}
