package io.crossline.adaptation.trainer;

/**
 * A learning rate over the steps of a training, falling from {@code initial} to {@code finalShare initial} along half a
 * cosine (Loshchilov and Hutter 2017, equation 5 without restarts), after a rise along half a cosine where there is a warm-up.
 *
 * @param warmUp share of the steps in which it rises, from {@link #FIRST_SHARE} of {@code initial}; 0 for none
 * @param steps of the whole training
 */
public record LearningRate(double initial, double finalShare, double warmUp, int steps) {

    private static final double FIRST_SHARE = 0.04;

    /** The same rate at every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 1, 0, 1);
    }

    /** @param step from 0 */
    public double at(int step) {
        double progress = Math.min(1, (double) step / steps);
        if (progress < warmUp) {
            return initial * (1 + (FIRST_SHARE - 1) * (1 + Math.cos(Math.PI * progress / warmUp)) / 2);
        }
        double fallen = warmUp == 0 ? progress : (progress - warmUp) / (1 - warmUp);
        return initial * (finalShare + (1 - finalShare) * (1 + Math.cos(Math.PI * fallen)) / 2);
    }
}
