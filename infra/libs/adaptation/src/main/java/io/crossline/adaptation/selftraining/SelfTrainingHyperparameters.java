package io.crossline.adaptation.selftraining;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;

/**
 * Hyperparameters of self-training.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for both networks
 * @param rounds how often the target is labelled anew
 * @param firstTrusted share of each class's labels that the first round learns from, the surest ones; 0 to 1
 * @param lastTrusted the same in the last round; in between it grows evenly
 * @param targetWeight weight of the labelled target's cross-entropy beside the source's
 * @param refinements what helps beyond plain training
 */
public record SelfTrainingHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate, int rounds,
        double firstTrusted, double lastTrusted, double targetWeight,
        Refinements refinements) implements Hyperparameters {

    public SelfTrainingHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
        Hyperparameters.require(rounds >= 1, "rounds", rounds, "1 or more");
        Hyperparameters.require(firstTrusted > 0 && firstTrusted <= 1, "firstTrusted", firstTrusted,
                "more than 0, 1 at most");
        Hyperparameters.require(lastTrusted > 0 && lastTrusted <= 1, "lastTrusted", lastTrusted,
                "more than 0, 1 at most");
        Hyperparameters.require(targetWeight > 0, "targetWeight", targetWeight, "more than 0");
    }

    /** Share of each class's labels that a round learns from. */
    double trusted(int round) {
        return rounds == 1 ? firstTrusted : firstTrusted + (lastTrusted - firstTrusted) * round / (rounds - 1);
    }
}
