package io.crossline.monitoring.metrics;

import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** How often each class occurs among answers, and how far that is from how often it should. */
public final class ClassShares {

    private ClassShares() {}

    /** @param answers index of the class of each image, 0 to {@code classes - 1}; at least one image */
    public static double[] of(IntStream answers, int classes) {
        double[] shares = new double[classes];
        int images = 0;
        for (PrimitiveIterator.OfInt each = answers.iterator(); each.hasNext(); images++) {
            shares[each.nextInt()]++;
        }
        for (int k = 0; k < classes; k++) {
            shares[k] /= images;
        }
        return shares;
    }

    /**
     * Total variation distance of two mixes, 0 to 1: so large a share of the answers at least is wrong where one is the answers' mix and the
     * other the true one.
     */
    public static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int k = 0; k < one.length; k++) {
            distance += Math.abs(one[k] - other[k]) / 2;
        }
        return distance;
    }
}
