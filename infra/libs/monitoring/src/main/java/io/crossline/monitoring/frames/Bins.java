package io.crossline.monitoring.frames;

/** A frame in square bins; those at the right and lower border may be smaller. */
final class Bins {

    private final int side;
    private final int height;
    private final int width;
    private final int frameHeight;
    private final int frameWidth;
    private final int[] sums;

    /** @param side of a bin, in pixels */
    Bins(int frameHeight, int frameWidth, int side) {
        this.side = side;
        this.frameHeight = frameHeight;
        this.frameWidth = frameWidth;
        this.height = FrameMeasures.ceil(frameHeight, side);
        this.width = FrameMeasures.ceil(frameWidth, side);
        this.sums = new int[height * width];
    }

    /** Adds row {@code y} of the frame. */
    void add(int[] grey, int y) {
        int to = y / side * width;
        for (int x = 0; x < grey.length; to++) {
            int sum = 0;
            int end = Math.min(grey.length, x + side);
            while (x < end) {
                sum += grey[x++];
            }
            sums[to] += sum;
        }
    }

    /** Mean grey value of each bin, row by row. */
    float[] means() {
        float[] means = new float[sums.length];
        for (int y = 0; y < height; y++) {
            int rows = Math.min(side, frameHeight - y * side);
            for (int x = 0; x < width; x++) {
                int columns = Math.min(side, frameWidth - x * side);
                means[y * width + x] = (float) sums[y * width + x] / (rows * columns);
            }
        }
        return means;
    }

    /** Standard deviation of the Laplacian / standard deviation; 0 where all bins are alike or there are fewer than three a side. */
    double sharpness() {
        float[] means = means();
        double deviation = FrameMeasures.deviation(means);
        if (deviation == 0 || height < 3 || width < 3) {
            return 0;
        }
        float[] laplacian = new float[(height - 2) * (width - 2)];
        int to = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                laplacian[to++] = means[at - 1] + means[at + 1] + means[at - width] + means[at + width]
                        - 4 * means[at];
            }
        }
        return FrameMeasures.deviation(laplacian) / deviation;
    }
}
