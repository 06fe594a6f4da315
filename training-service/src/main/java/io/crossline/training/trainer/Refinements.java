package io.crossline.training.trainer;

/**
 * What helps every classifier training, beyond its paper.
 *
 * @param augmentation strength of the random affine maps of training images, 0 (none) to 1
 * @param averageDecay decay of the moving average of the parameters, which is then what the training gives (Polyak and
 *        Juditsky 1992); 0 for the last parameters themselves
 * @param finalLearningRate share of the learning rate that is left at the end of a half cosine (Loshchilov and Hutter
 *        2017); 1 for a constant rate
 */
public record Refinements(double augmentation, double averageDecay, double finalLearningRate) {

    /** The papers' and the seed's trainings. */
    public static final Refinements NONE = new Refinements(0, 0, 1);

    public Refinements {
        Hyperparameters.require(augmentation >= 0 && augmentation <= 1, "augmentation", augmentation, "0 to 1");
        Hyperparameters.require(averageDecay >= 0 && averageDecay < 1, "averageDecay", averageDecay,
                "0 to 1, exclusive");
        Hyperparameters.require(finalLearningRate >= 0 && finalLearningRate <= 1, "finalLearningRate",
                finalLearningRate, "0 to 1");
    }

    /** @param steps of the whole training */
    public LearningRate learningRate(double initial, int steps) {
        return new LearningRate(initial, finalLearningRate, steps);
    }
}
