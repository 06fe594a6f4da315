package io.crossline.adaptation.alignment;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;

/** What the hyperparameters of all feature alignments have. The weight has the method's own name in their records. */
public interface AlignmentHyperparameters extends Hyperparameters {

    /** Adam's, for the feature extractor. */
    double featureLearningRate();

    /** Adam's, for the label classifier. */
    double labelLearningRate();

    /** Weight of the distance in the loss. */
    double alignmentWeight();

    /** Weights of what the target predictions tell. */
    TargetInformation information();

    /** What helps beyond the paper. */
    Refinements refinements();
}
