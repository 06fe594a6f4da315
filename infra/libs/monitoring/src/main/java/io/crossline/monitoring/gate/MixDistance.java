package io.crossline.monitoring.gate;

import java.util.Arrays;

/** How far a mix of classes is from an expected one: the divergence of Kullback and Leibler 1951, in nats. */
final class MixDistance {

    /** No class counts as rarer: people round shares, and a class that is told to be absent may come nevertheless. */
    private static final double LEAST_SHARE = 1e-3;

    private MixDistance() {}

    /**
     * @param mix {@code [K]}, sums to 1
     * @param expected {@code [K]}, sums to 1
     * @return {@code sum mix log(mix / expected)}: 0 where both agree, at most about 6.9
     */
    static double of(double[] mix, double[] expected) {
        double[] floored = Arrays.stream(expected).map(share -> Math.max(LEAST_SHARE, share)).toArray();
        double all = Arrays.stream(floored).sum();
        double distance = 0;
        for (int k = 0; k < mix.length; k++) {
            distance += mix[k] > 0 ? mix[k] * Math.log(mix[k] * all / floored[k]) : 0;
        }
        return distance;
    }
}
