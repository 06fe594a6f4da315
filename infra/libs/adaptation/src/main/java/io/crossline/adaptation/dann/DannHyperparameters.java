package io.crossline.adaptation.dann;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/**
 * Hyperparameters of domain-adversarial training.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param featureLearningRate Adam's, for the feature extractor
 * @param labelLearningRate Adam's, for the label classifier
 * @param domainLearningRate Adam's, for the domain classifier
 * @param domainWeight weight of the domain loss against which the feature extractor learns
 * @param information weights of what the target predictions tell
 * @param refinements what helps beyond the paper
 */
public record DannHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double featureLearningRate,
        double labelLearningRate, double domainLearningRate, double domainWeight,
        TargetInformation information, Refinements refinements) implements Hyperparameters {

    /** The lecture notebook's. */
    public static final DannHyperparameters NOTEBOOK = new DannHyperparameters(50, 128, 0, 1e-4, 2e-4, 3e-3, 0.1,
            new TargetInformation(0.1, 0), Refinements.NONE);

    public DannHyperparameters {
        refinements.requireUnmixed();
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(featureLearningRate > 0, "featureLearningRate", featureLearningRate, "more than 0");
        Hyperparameters.require(labelLearningRate > 0, "labelLearningRate", labelLearningRate, "more than 0");
        Hyperparameters.require(domainLearningRate > 0, "domainLearningRate", domainLearningRate, "more than 0");
        Hyperparameters.require(domainWeight >= 0, "domainWeight", domainWeight, "0 or more");
    }
}
