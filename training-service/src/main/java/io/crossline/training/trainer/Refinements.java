package io.crossline.training.trainer;

/**
 * What helps every classifier training, beyond its paper.
 *
 * @param distortions of the training images, at random
 * @param averageDecay decay of the moving average of the parameters, which is then what the training gives (Polyak and
 *        Juditsky 1992); 0 for the last parameters themselves
 * @param finalLearningRate share of the learning rate that is left at the end of a half cosine (Loshchilov and Hutter
 *        2017); 1 for a constant rate
 */
public record Refinements(Distortions distortions, double averageDecay, double finalLearningRate) {

    /** The papers' and the seed's trainings. */
    public static final Refinements NONE = new Refinements(Distortions.NONE, 0, 1);

    public Refinements {
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
