package io.crossline.training.source;

import io.crossline.training.trainer.Hyperparameters;

/**
 * Hyperparameters of fine-tuning on translated images.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for both networks
 */
public record FineTuneHyperparameters(int epochs, int batch, int maxStepsPerEpoch,
        double learningRate) implements Hyperparameters {

    /** The seed notebook's. */
    public static final FineTuneHyperparameters SEED = new FineTuneHyperparameters(20, 128, 0, 1e-5);

    public FineTuneHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
    }
}
