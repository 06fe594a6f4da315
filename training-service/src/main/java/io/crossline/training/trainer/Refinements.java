package io.crossline.training.trainer;

/**
 * What helps every classifier training, beyond its paper.
 *
 * @param distortions of the training images, at random
 * @param averageDecay decay of the moving average of the parameters, which is then what the training gives (Polyak and
 *        Juditsky 1992); 0 for the last parameters themselves
 * @param finalLearningRate share of the learning rate that is left at the end of a half cosine (Loshchilov and Hutter
 *        2017); 1 for a constant rate
 * @param warmUp share of the training in which the learning rate first rises from nearly nothing (Goyal et al. 2017)
 * @param weightDecay share of each parameter, times the learning rate, that is taken away at each step (Loshchilov and Hutter 2019)
 * @param labelSmoothing share of a label that is spread evenly over all classes (Szegedy et al. 2016), 0 to 1
 * @param dropout share of the features that are left out at each step (Srivastava et al. 2014), 0 to 1
 * @param sampling how batches of labelled images are drawn
 */
public record Refinements(Distortions distortions, double averageDecay, double finalLearningRate, double warmUp,
        double weightDecay, double labelSmoothing, double dropout, Sampling sampling) {

    /** The papers' and the notebook's trainings. */
    public static final Refinements NONE = new Refinements(Distortions.NONE, 0, 1);

    public Refinements {
        Hyperparameters.require(averageDecay >= 0 && averageDecay < 1, "averageDecay", averageDecay,
                "0 to 1, exclusive");
        Hyperparameters.require(finalLearningRate >= 0 && finalLearningRate <= 1, "finalLearningRate",
                finalLearningRate, "0 to 1");
        Hyperparameters.require(warmUp >= 0 && warmUp < 1, "warmUp", warmUp, "0 to 1, exclusive");
        Hyperparameters.require(dropout >= 0 && dropout < 1, "dropout", dropout, "0 to 1, exclusive");
        Hyperparameters.require(weightDecay >= 0 && weightDecay <= 1, "weightDecay", weightDecay, "0 to 1");
        Hyperparameters.require(labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing", labelSmoothing,
                "0 to 1, exclusive");
    }

    /** Without warm-up, weight decay, label smoothing and dropout, each image once a pass. */
    public Refinements(Distortions distortions, double averageDecay, double finalLearningRate) {
        this(distortions, averageDecay, finalLearningRate, 0, 0, 0, 0, Sampling.PASSES);
    }

    /** @param steps of the whole training */
    public LearningRate learningRate(double initial, int steps) {
        return new LearningRate(initial, finalLearningRate, warmUp, steps);
    }

    /** Spreads {@code labelSmoothing} of each row {@code [K]} of {@code oneHot [N, K]} over its classes, in place. */
    public float[] smoothed(float[] oneHot, int classes) {
        if (labelSmoothing > 0) {
            for (int i = 0; i < oneHot.length; i++) {
                oneHot[i] = (float) (oneHot[i] * (1 - labelSmoothing) + labelSmoothing / classes);
            }
        }
        return oneHot;
    }
}
