package io.crossline.adaptation.trainer;

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
 * @param mixup alpha of the distribution Beta(alpha, alpha) that says how two labelled images are mixed (Zhang et al. 2018): {@link Mixup};
 *        0 to 10, 0 for images as they are
 * @param sampling how batches of labelled images are drawn
 */
public record Refinements(Distortions distortions, double averageDecay, double finalLearningRate, double warmUp,
        double weightDecay, double labelSmoothing, double dropout, double mixup, Sampling sampling) {

    /** The papers' and the notebook's trainings. */
    public static final Refinements NONE = new Refinements(Distortions.NONE, 0, 1);

    /** Nearly every pair is mixed by halves from there on. */
    private static final double MAX_MIXUP = 10;

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
        Hyperparameters.require(mixup >= 0 && mixup <= MAX_MIXUP, "mixup", mixup, "0 to " + (int) MAX_MIXUP);
    }

    /** Without warm-up, weight decay, label smoothing, dropout and mixup, each image once a pass. */
    public Refinements(Distortions distortions, double averageDecay, double finalLearningRate) {
        this(distortions, averageDecay, finalLearningRate, 0, 0, 0, 0, 0, Sampling.PASSES);
    }

    /**
     * To be asked for a method that learns from the features of both lines: mixed images of the one would be no images of the line.
     *
     * @throws IllegalArgumentException if images are mixed
     */
    public void requireUnmixed() {
        Hyperparameters.require(mixup == 0, "mixup", mixup, "0 where the features of both lines are compared");
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
