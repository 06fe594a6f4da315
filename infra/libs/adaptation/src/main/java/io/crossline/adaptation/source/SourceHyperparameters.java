package io.crossline.adaptation.source;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;

/**
 * Hyperparameters of the source-only classifier.
 *
 * @param epochs passes over the images
 * @param batch images of each line in one step
 * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit
 * @param learningRate Adam's, for both networks
 * @param architecture of the networks
 * @param views how the classifier looks at an image
 * @param priorCorrection how far the classifier is moved from the frequencies at which the classes were drawn to those of the images, 0 to
 *        1: {@link PriorCorrection}
 * @param refinements what helps beyond plain training
 */
public record SourceHyperparameters(int epochs, int batch, int maxStepsPerEpoch,
        double learningRate, ClassifierArchitecture architecture, Views views,
        double priorCorrection, Refinements refinements) implements Hyperparameters {

    /** The lecture notebook's. */
    public static final SourceHyperparameters NOTEBOOK = new SourceHyperparameters(3, 128, 0, 1e-3,
            Refinements.NONE);

    /** The notebook's networks. */
    public SourceHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate,
            Refinements refinements) {
        this(epochs, batch, maxStepsPerEpoch, learningRate, ClassifierArchitecture.NOTEBOOK, Views.SINGLE, refinements);
    }

    /** Without a correction of the frequencies. */
    public SourceHyperparameters(int epochs, int batch, int maxStepsPerEpoch, double learningRate,
            ClassifierArchitecture architecture, Views views, Refinements refinements) {
        this(epochs, batch, maxStepsPerEpoch, learningRate, architecture, views, 0, refinements);
    }

    public SourceHyperparameters {
        Hyperparameters.requireCommon(epochs, batch, maxStepsPerEpoch);
        Hyperparameters.require(learningRate > 0, "learningRate", learningRate, "more than 0");
        Hyperparameters.require(priorCorrection >= 0 && priorCorrection <= 1, "priorCorrection", priorCorrection,
                "0 to 1");
    }
}
