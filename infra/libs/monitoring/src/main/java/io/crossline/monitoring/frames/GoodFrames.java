package io.crossline.monitoring.frames;

import java.util.Arrays;

/** Values of one measure on the line's newest good frames. */
final class GoodFrames {

    /** Newest ones that count. */
    static final int KEPT = 500;

    private final float[] values = new float[KEPT];
    private int count;

    void add(double value) {
        values[count++ % KEPT] = (float) value;
    }

    /**
     * The value that a share of the frames does not exceed.
     *
     * @param share 0 to 1; at least one frame was added
     */
    double quantile(double share) {
        float[] sorted = Arrays.copyOf(values, Math.min(count, KEPT));
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
