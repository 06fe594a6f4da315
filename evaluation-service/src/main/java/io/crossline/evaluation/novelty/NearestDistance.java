package io.crossline.evaluation.novelty;

import java.util.Arrays;
import java.util.stream.IntStream;

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
        double[] nearest = new double[Math.min(NEAREST, set.length - (itself < 0 ? 0 : 1))];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < set.length; i++) {
            if (i != itself) {
                insert(nearest, square(vector, set[i]));
            }
        }
        return Arrays.stream(nearest).map(Math::sqrt).average().orElseThrow();
    }

    private static void insert(double[] ascending, double value) {
        int place = ascending.length;
        while (place > 0 && ascending[place - 1] > value) {
            if (place < ascending.length) {
                ascending[place] = ascending[place - 1];
            }
            place--;
        }
        if (place < ascending.length) {
            ascending[place] = value;
        }
    }

    private static double square(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            float difference = a[k] - b[k];
            sum += difference * difference;
        }
        return sum;
    }
}
