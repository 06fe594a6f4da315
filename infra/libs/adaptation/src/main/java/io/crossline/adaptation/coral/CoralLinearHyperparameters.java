package io.crossline.adaptation.coral;

import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * Hyperparameters of linear CORAL.
 *
 * @param epochs passes of the label classifier over the aligned features
 * @param batch images in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for the label classifier
 * @param regularization added to the covariances' diagonals; 1 in the paper
 */
public record CoralLinearHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate,
        double regularization) implements Hyperparameters {

    public CoralLinearHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
        Hyperparameters.require(regularization > 0, "regularization", regularization, "more than 0");
    }
}
