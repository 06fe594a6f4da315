package io.crossline.adaptation.trainer;

import java.util.Optional;

import io.crossline.networks.ClassifierNetworks;

/**
 * Labels the target's images with the target's own statistics of batch normalisation, under the mix of classes.
 *
 * @param told mix of the target's classes; where nobody has told it, one halfway between what is predicted and an even one
 */
public record TargetLabeller(UnlabelledImages target, Optional<ClassMix> told, long seed) {

    /** Fits the classifier to the target; see {@link TargetFit}. */
    public void fit(ClassifierNetworks networks) {
        TargetFit.apply(networks, target, told, seed);
    }

    /** @param networks stay open and unchanged */
    public PseudoLabels label(ClassifierNetworks networks) {
        try (ClassifierNetworks adapted = networks.copy()) {
            NormalizationStatistics.estimate(adapted, target, seed);
            float[][] probabilities = NetworkPredictions.of(adapted, target).probabilities();
            double[] mix = told.map(ClassMix::shares).orElseGet(() -> halfway(probabilities));
            return new PseudoLabels(MixAssignment.assign(probabilities, MixAssignment.factors(probabilities, mix)));
        }
    }

    /** The geometric mean of the mean prediction and an even mix. */
    private static double[] halfway(float[][] probabilities) {
        double[] mix = new double[probabilities[0].length];
        for (float[] row : probabilities) {
            for (int k = 0; k < mix.length; k++) {
                mix[k] += row[k] / (double) probabilities.length;
            }
        }
        double sum = 0;
        for (int k = 0; k < mix.length; k++) {
            mix[k] = Math.sqrt(mix[k]);
            sum += mix[k];
        }
        for (int k = 0; k < mix.length; k++) {
            mix[k] /= sum;
        }
        return mix;
    }
}
