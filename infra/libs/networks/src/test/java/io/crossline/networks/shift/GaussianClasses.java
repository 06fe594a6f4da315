package io.crossline.networks.shift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Images of one number each: each class is a normal distribution of variance 1. What is said of them are the true posteriors of the
 * source, or those distorted as by an overconfident network.
 *
 * @param means of the classes
 * @param scale the logarithms of the posteriors are multiplied by, 1 for the truth
 * @param bias is added to them then
 */
record GaussianClasses(double[] means, double scale, double[] bias) {

    record Sample(float[][] probabilities, int[] labels) {}

    static GaussianClasses calibrated(double... means) {
        return new GaussianClasses(means, 1, new double[means.length]);
    }

    /** @param moved by how much the images lie elsewhere than the source's */
    Sample draw(int[] counts, double moved, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int images = Arrays.stream(counts).sum();
        float[][] probabilities = new float[images][];
        int[] labels = new int[images];
        int i = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int n = 0; n < counts[k]; n++) {
                labels[i] = k;
                probabilities[i++] = said(means[k] + moved + random.nextGaussian());
            }
        }
        return new Sample(probabilities, labels);
    }

    /** The classes are equally frequent on the source. */
    private float[] said(double x) {
        double[] logits = new double[means.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = scale * -0.5 * (x - means[k]) * (x - means[k]) + bias[k];
        }
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum();
        float[] said = new float[logits.length];
        for (int k = 0; k < said.length; k++) {
            said[k] = (float) (Math.exp(logits[k] - largest) / sum);
        }
        return said;
    }
}
