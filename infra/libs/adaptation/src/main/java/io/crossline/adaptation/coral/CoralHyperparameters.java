package io.crossline.adaptation.coral;

import io.crossline.adaptation.alignment.AlignmentHyperparameters;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/**
 * Hyperparameters of Deep CORAL.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param featureLearningRate Adam's, for the feature extractor
 * @param labelLearningRate Adam's, for the label classifier
 * @param coralWeight weight of the CORAL loss
 * @param information weights of what the target predictions tell; none in the paper
 * @param refinements what helps beyond the paper
 */
public record CoralHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double featureLearningRate,
        double labelLearningRate, double coralWeight, TargetInformation information,
        Refinements refinements) implements AlignmentHyperparameters {

    /** The lecture notebook's. */
    public static final CoralHyperparameters NOTEBOOK = new CoralHyperparameters(100, 128, 0, 1e-4, 2e-4, 500,
            TargetInformation.NONE, Refinements.NONE);

    public CoralHyperparameters {
        refinements.requireUnmixed();
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(featureLearningRate > 0, "featureLearningRate", featureLearningRate, "more than 0");
        Hyperparameters.require(labelLearningRate > 0, "labelLearningRate", labelLearningRate, "more than 0");
        Hyperparameters.require(coralWeight >= 0, "coralWeight", coralWeight, "0 or more");
    }

    @Override
    public double alignmentWeight() {
        return coralWeight;
    }
}
