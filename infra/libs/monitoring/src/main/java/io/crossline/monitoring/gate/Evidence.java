package io.crossline.monitoring.gate;

import java.util.List;
import java.util.stream.IntStream;

import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * What one model says of the images that the gate shows to every model.
 *
 * @param target of N images of the line, without labels
 * @param changed predictions of the same N images after each of several small changes of the picture
 * @param source of M labelled images of the source line, held out from training
 * @param sourceLabels class index of each of the M
 * @param expectedMix share of each class that people expect on the line, {@code [K]}, sums to 1; null where nobody told
 * @param costs of answers on the line; null where nobody told them
 */
public record Evidence(Predictions target, List<Predictions> changed, Predictions source, int[] sourceLabels,
        double[] expectedMix, AnswerCosts costs) {

    /** Of a line whose mix nobody told. */
    public Evidence(Predictions target, List<Predictions> changed, Predictions source, int[] sourceLabels) {
        this(target, changed, source, sourceLabels, null, null);
    }

    public Evidence {
        changed = List.copyOf(changed);
        if (target.count() == 0 || source.count() != sourceLabels.length) {
            throw new IllegalArgumentException(target.count() + " target images, " + source.count()
                    + " source images and " + sourceLabels.length + " labels: expected some of the line, as many labels"
                    + " as source images");
        }
        if (expectedMix != null && expectedMix.length != target.probabilities()[0].length) {
            throw new IllegalArgumentException("expectedMix has " + expectedMix.length + " shares, expected "
                    + target.probabilities()[0].length + ", one a class");
        }
    }

    /**
     * @param target pixels of images of the line, uint8 {@code [N, H, W, C]}
     * @param changed the same after each small change
     * @param source pixels of labelled images of the source line, uint8 {@code [M, H, W, C]}
     */
    public static Evidence of(Classifier classifier, byte[] target, List<byte[]> changed, byte[] source,
            int[] sourceLabels) {
        return new Evidence(classifier.predict(target), changed.stream().map(classifier::predict).toList(),
                classifier.predict(source), sourceLabels);
    }

    /** The same as of a model that knows further classes and never answers with one: so that it can be compared with one that does. */
    public Evidence widened(int classes) {
        return new Evidence(target.widened(classes), changed.stream().map(one -> one.widened(classes)).toList(),
                source.widened(classes), sourceLabels, null, costs);
    }

    /** @param mix expected share of each class, or null */
    public Evidence expecting(double[] mix) {
        return new Evidence(target, changed, source, sourceLabels, mix, costs);
    }

    /** @param told costs of answers, or null */
    public Evidence costing(AnswerCosts told) {
        return new Evidence(target, changed, source, sourceLabels, expectedMix, told);
    }

    /** Share of right answers on the source images, 0 to 1; not a number where there are none. */
    double sourceAccuracy() {
        int right = 0;
        for (int i = 0; i < sourceLabels.length; i++) {
            right += source.label(i) == sourceLabels[i] ? 1 : 0;
        }
        return (double) right / sourceLabels.length;
    }

    /** Mean probability of each class over the target images, {@code [K]}. */
    double[] classShares() {
        return classShares(IntStream.range(0, target.count()).toArray());
    }

    /** The same over those of the target images, given by index, with repetition. */
    double[] classShares(int[] images) {
        double[] shares = new double[target.probabilities()[0].length];
        for (int image : images) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += target.probabilities()[image][k] / (double) images.length;
            }
        }
        return shares;
    }
}
