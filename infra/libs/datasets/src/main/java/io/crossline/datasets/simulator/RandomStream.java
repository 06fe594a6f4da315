package io.crossline.datasets.simulator;

/**
 * SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Own code because the images must not change with the JDK, and so that
 * a stream can be opened at any image without drawing the ones before it.
 */
final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** A stream for the thing that {@code key} names; streams of different keys are independent. */
    static RandomStream of(long seed, long key) {
        return new RandomStream(mix(seed + GOLDEN_GAMMA * mix(key + GOLDEN_GAMMA)));
    }

    /** A seed for the thing that {@code name} names. */
    static long seed(long seed, String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash * 31 + name.charAt(i) + GOLDEN_GAMMA);
        }
        return hash;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Uniform in 0 to bound - 1. */
    int integer(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Normal with mean 0 and the standard deviation given, cut at 2.5 deviations (sum of four uniforms). */
    double jitter(double deviation) {
        double sum = unit() + unit() + unit() + unit() - 2;
        return deviation * Math.max(-2.5, Math.min(2.5, sum * Math.sqrt(3)));
    }
}
