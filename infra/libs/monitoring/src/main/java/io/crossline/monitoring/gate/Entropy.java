package io.crossline.monitoring.gate;

/** Shannon's entropy, in nats. */
final class Entropy {

    private Entropy() {}

    /** {@code -sum p log p}; a probability of 0 adds nothing. */
    static double of(double[] probabilities) {
        double entropy = 0;
        for (double p : probabilities) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }

    static double of(float[] probabilities) {
        double entropy = 0;
        for (float p : probabilities) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }
}
