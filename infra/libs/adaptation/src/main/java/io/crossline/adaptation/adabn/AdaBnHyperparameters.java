package io.crossline.adaptation.adabn;

import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * Hyperparameters of adaptive batch normalisation: there are none that matter.
 *
 * @param epochs 1
 * @param batch 2 or more; does not matter
 * @param maxStepsPerEpoch 1
 */
public record AdaBnHyperparameters(int epochs, int batch, int maxStepsPerEpoch) implements Hyperparameters {

    public AdaBnHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
    }
}
