package io.crossline.adaptation.teacher;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/**
 * Hyperparameters of the mean teacher.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for both networks
 * @param consistencyWeight weight of the distance of student and teacher
 * @param pseudoLabelWeight weight of the cross-entropy of the student with the teacher's most probable class
 * @param confidence the teacher is believed where its highest probability is above this
 * @param information weights of what the student's target predictions tell
 * @param refinements the average is the teacher: its decay is above 0
 */
public record TeacherHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate,
        double consistencyWeight, double pseudoLabelWeight, double confidence, TargetInformation information,
        Refinements refinements) implements Hyperparameters {

    public TeacherHyperparameters {
        refinements.requireUnmixed();
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
        Hyperparameters.require(consistencyWeight >= 0, "consistencyWeight", consistencyWeight, "0 or more");
        Hyperparameters.require(pseudoLabelWeight >= 0, "pseudoLabelWeight", pseudoLabelWeight, "0 or more");
        Hyperparameters.require(consistencyWeight + pseudoLabelWeight > 0, "pseudoLabelWeight", pseudoLabelWeight,
                "more than 0 where consistencyWeight is 0");
        Hyperparameters.require(confidence >= 0 && confidence < 1, "confidence", confidence, "0 to 1, exclusive");
        Hyperparameters.require(refinements.averageDecay() > 0, "averageDecay", refinements.averageDecay(),
                "more than 0: the average is the teacher");
    }
}
