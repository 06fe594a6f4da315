package io.crossline.adaptation.source;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/**
 * Hyperparameters of fine-tuning on translated images.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for both networks
 * @param information weights of what the classifier's predictions of true target images tell; none in the seed
 * @param refinements what helps beyond plain training
 */
public record FineTuneHyperparameters(int epochs, int batch, int maxStepsPerEpoch,
        double learningRate, TargetInformation information,
        Refinements refinements) implements Hyperparameters {

    /** The lecture notebook's. */
    public static final FineTuneHyperparameters NOTEBOOK = new FineTuneHyperparameters(20, 128, 0, 1e-5,
            TargetInformation.NONE, Refinements.NONE);

    public FineTuneHyperparameters {
        if (!information.isNone()) {
            refinements.requireUnmixed();
        }
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
    }
}
