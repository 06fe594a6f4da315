package io.crossline.networks.backbone;

/**
 * Linear interpolation along one axis, whose triangle widens where the axis becomes shorter, so that nothing is skipped: Pillow's
 * {@code BILINEAR}.
 */
final class Resampling {

    private final int[] first;
    private final double[][] weights;

    Resampling(int from, int to) {
        this.first = new int[to];
        this.weights = new double[to][];
        double scale = (double) from / to;
        double support = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) Math.floor(centre - support + 0.5));
            int end = Math.min(from, (int) Math.floor(centre + support + 0.5));
            weights[i] = new double[end - first[i]];
            double sum = 0;
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] = Math.max(0, 1 - Math.abs((first[i] + k + 0.5 - centre) / support));
                sum += weights[i][k];
            }
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] /= sum;
            }
        }
    }

    int length() {
        return first.length;
    }

    /** The i-th value of the new axis, from values that lie {@code stride} apart. */
    double at(int i, double[] values, int offset, int stride) {
        double sum = 0;
        for (int k = 0; k < weights[i].length; k++) {
            sum += weights[i][k] * values[offset + (first[i] + k) * stride];
        }
        return sum;
    }
}
