package io.crossline.monitoring.novelty;

import java.util.Arrays;

/** How far images are from the known ones, seen in one way; in units of the median distance of a known image from the others. */
final class KnownDistances {

    private static final double SMALL = 1e-9;
    /** Images whose distances say whether the line has moved. */
    private static final int LEAST_TO_MOVE = 10;
    /** So low that images of unknown kinds hardly change it. */
    private static final double LOW = 0.25;
    /** By so much it may be farther than usual by chance. */
    private static final double CHANCE = 1.1;

    private final NearestDistance nearest;
    private final double unit;
    private final double[] known;
    private final double[] ascending;

    /** @param known at least two vectors */
    KnownDistances(float[][] known) {
        this.nearest = new NearestDistance(known);
        double[] within = nearest.within();
        this.unit = Math.max(SMALL, quantile(sorted(within), 0.5));
        this.known = Arrays.stream(within).map(distance -> distance / unit).toArray();
        this.ascending = sorted(this.known);
    }

    /** What distances are divided by. */
    double unit() {
        return unit;
    }

    double from(float[] vector) {
        return nearest.from(vector) / unit;
    }

    /** Of each known image from the others. */
    double[] known() {
        return known.clone();
    }

    /**
     * {@code -ln} of the share of known images that are as far, and beyond the farthest of them so much more as the distance's
     * logarithm is: known and new images are ranked alike.
     */
    double surprise(double distance) {
        int below = Arrays.binarySearch(ascending, distance);
        if (below < 0) {
            below = -below - 1;
        }
        while (below > 0 && ascending[below - 1] == distance) {
            below--;
        }
        int asFar = ascending.length - below;
        if (asFar > 0) {
            return -Math.log((double) asFar / ascending.length);
        }
        double farthest = Math.max(SMALL, ascending[ascending.length - 1]);
        return Math.log(ascending.length + 1.0) + Math.log(distance / farthest);
    }

    /** How much farther than the known images the newest images are as a whole, at least 1. */
    double moved(double[] newest) {
        if (newest.length < LEAST_TO_MOVE) {
            return 1;
        }
        return Math.max(1, quantile(sorted(newest), LOW) / Math.max(SMALL, quantile(ascending, LOW)) / CHANCE);
    }

    private static double[] sorted(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending;
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) (share * (ascending.length - 1))];
    }
}
