package io.crossline.adaptation.cyclegan;

import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * Hyperparameters of CycleGAN.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for all four networks
 * @param beta1 Adam's decay of the first moment
 * @param cycleWeight weight of the cycle consistency loss
 * @param identityWeight weight of the identity loss
 * @param generatorWidth channels of the generators' first layer
 * @param discriminatorWidth channels of the discriminators' first layer
 */
public record CycleGanHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate, double beta1,
        double cycleWeight, double identityWeight, int generatorWidth,
        int discriminatorWidth) implements Hyperparameters {

    /** The lecture notebook's. */
    public static final CycleGanHyperparameters NOTEBOOK = new CycleGanHyperparameters(30, 128, 0, 2e-4, 0.5, 10, 3, 64,
            64);

    public CycleGanHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
        Hyperparameters.require(cycleWeight >= 0, "cycleWeight", cycleWeight, "0 or more");
        Hyperparameters.require(identityWeight >= 0, "identityWeight", identityWeight, "0 or more");
        Hyperparameters.require(generatorWidth >= 1, "generatorWidth", generatorWidth, "1 or more");
        Hyperparameters.require(discriminatorWidth >= 1, "discriminatorWidth", discriminatorWidth, "1 or more");
        Hyperparameters.require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "0 to 1, exclusive");
    }
}
