package io.crossline.monitoring.estimate;

import java.util.Arrays;

/** The squares of the Euclidean distances from a vector to the nearest few of those that it met. */
public final class NearestSquares {

    private final double[] ascending;

    /** @param count how many are kept, 1 or more */
    public NearestSquares(int count) {
        this.ascending = new double[count];
        Arrays.fill(ascending, Double.POSITIVE_INFINITY);
    }

    /** Two vectors of the same length meet. */
    public void add(float[] a, float[] b) {
        insert(square(a, b));
    }

    /** Ascending; the last are infinite where fewer were met. */
    public double[] ascending() {
        return ascending;
    }

    private void insert(double value) {
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
