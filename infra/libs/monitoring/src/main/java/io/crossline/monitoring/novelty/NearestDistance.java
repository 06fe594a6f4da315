package io.crossline.monitoring.novelty;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.crossline.monitoring.estimate.NearestSquares;

/** Mean Euclidean distance from a vector to the nearest few of a set. */
final class NearestDistance {

    static final int NEAREST = 5;

    private final float[][] set;

    /** @param set at least two vectors, of the same length */
    NearestDistance(float[][] set) {
        this.set = set;
    }

    double from(float[] vector) {
        return from(vector, -1);
    }

    /** For each vector of the set, the distance to the others. */
    double[] within() {
        return IntStream.range(0, set.length).parallel().mapToDouble(i -> from(set[i], i)).toArray();
    }

    /** @param itself index of the vector where it is one of the set, else -1 */
    private double from(float[] vector, int itself) {
        NearestSquares nearest = new NearestSquares(Math.min(NEAREST, set.length - (itself < 0 ? 0 : 1)));
        for (int i = 0; i < set.length; i++) {
            if (i != itself) {
                nearest.add(vector, set[i]);
            }
        }
        return Arrays.stream(nearest.ascending()).map(Math::sqrt).average().orElseThrow();
    }
}
