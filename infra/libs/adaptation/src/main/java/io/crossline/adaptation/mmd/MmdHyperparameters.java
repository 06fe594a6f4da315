package io.crossline.adaptation.mmd;

import io.crossline.adaptation.alignment.AlignmentHyperparameters;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/**
 * Hyperparameters of the adaptation by maximum mean discrepancy.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param featureLearningRate Adam's, for the feature extractor
 * @param labelLearningRate Adam's, for the label classifier
 * @param mmdWeight weight of the maximum mean discrepancy; the paper tries 0.1 to 2
 * @param information weights of what the target predictions tell; none in the paper
 * @param refinements what helps beyond the paper
 */
public record MmdHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double featureLearningRate,
        double labelLearningRate, double mmdWeight, TargetInformation information,
        Refinements refinements) implements AlignmentHyperparameters {

    public MmdHyperparameters {
        refinements.requireUnmixed();
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(featureLearningRate > 0, "featureLearningRate", featureLearningRate, "more than 0");
        Hyperparameters.require(labelLearningRate > 0, "labelLearningRate", labelLearningRate, "more than 0");
        Hyperparameters.require(mmdWeight >= 0, "mmdWeight", mmdWeight, "0 or more");
    }

    @Override
    public double alignmentWeight() {
        return mmdWeight;
    }
}
