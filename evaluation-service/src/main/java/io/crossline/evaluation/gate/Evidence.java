package io.crossline.evaluation.gate;

import java.util.List;

import io.crossline.networks.inference.Predictions;

/**
 * What one model says of the images that the gate shows to every model.
 *
 * @param target of N images of the line, without labels
 * @param changed predictions of the same N images after each of several small changes of the picture
 * @param source of M labelled images of the source line, held out from training
 * @param sourceLabels class index of each of the M
 */
public record Evidence(Predictions target, List<Predictions> changed, Predictions source, int[] sourceLabels) {

    public Evidence {
        changed = List.copyOf(changed);
        if (target.count() == 0 || source.count() != sourceLabels.length) {
            throw new IllegalArgumentException(target.count() + " target images, " + source.count()
                    + " source images and " + sourceLabels.length + " labels: expected some of the line, as many labels"
                    + " as source images");
        }
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
        double[] shares = new double[target.probabilities()[0].length];
        for (float[] row : target.probabilities()) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += row[k] / (double) target.count();
            }
        }
        return shares;
    }
}
