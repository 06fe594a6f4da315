package io.crossline.training.trainer;

/**
 * A learning rate over the steps of a training, falling from {@code initial} to {@code finalShare initial} along half a
 * cosine (Loshchilov and Hutter 2017, equation 5 without restarts).
 *
 * @param steps of the whole training
 */
public record LearningRate(double initial, double finalShare, int steps) {

    /** The same rate at every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 1, 1);
    }

    /** @param step from 0 */
    public double at(int step) {
        double progress = Math.min(1, (double) step / steps);
        return initial * (finalShare + (1 - finalShare) * (1 + Math.cos(Math.PI * progress)) / 2);
    }
}
