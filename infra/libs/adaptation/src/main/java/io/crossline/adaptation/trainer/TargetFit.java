package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.Optional;

import io.crossline.networks.ClassifierNetworks;

/**
 * Fits what an adapted classifier has besides its weights to the target's images: the statistics of batch normalisation, and the label
 * classifier's bias where the mix of classes was told (Saerens, Latinne and Decaestecker 2002).
 */
public final class TargetFit {

    private TargetFit() {}

    /**
     * @param networks changed
     * @param mix of the target's classes; empty where nobody has told it
     * @param seed of the order of the images
     */
    public static void apply(ClassifierNetworks networks, UnlabelledImages target, Optional<ClassMix> mix, long seed) {
        NormalizationStatistics.estimate(networks, target, seed);
        mix.ifPresent(told -> {
            double[] factors = MixAssignment.factors(NetworkPredictions.of(networks, target).probabilities(),
                    told.shares());
            networks.addToLogits(Arrays.stream(factors).map(Math::log).toArray());
        });
    }
}
