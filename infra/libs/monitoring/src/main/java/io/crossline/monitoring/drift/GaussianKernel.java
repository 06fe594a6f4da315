package io.crossline.monitoring.drift;

import java.util.Arrays;
import java.util.List;

/**
 * {@code k(a, b) = exp(-|a - b|^2 / scale)} on features.
 *
 * @param scale above 0
 */
record GaussianKernel(double scale) {

    private static final int SAMPLE = 400;

    /** With the median squared distance of images, as Gretton et al. 2012 advise. */
    static GaussianKernel ofMedian(List<Observation> images) {
        int count = Math.min(SAMPLE, images.size());
        float[] distances = new float[count * (count - 1) / 2];
        int to = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                distances[to++] = squaredDistance(spread(images, i, count), spread(images, j, count));
            }
        }
        Arrays.sort(distances);
        double median = distances.length == 0 ? 0 : distances[distances.length / 2];
        return new GaussianKernel(median > 0 ? median : 1);
    }

    private static float[] spread(List<Observation> images, int i, int count) {
        return images.get((int) ((long) i * images.size() / count)).features();
    }

    /** Sums over the images of each pair of cells, {@code [cells of a][cells of b]}. */
    double[][] sums(BlockedImages a, BlockedImages b) {
        double[][] sums = new double[a.cells().size()][b.cells().size()];
        for (int i = 0; i < a.images().size(); i++) {
            float[] features = a.images().get(i).features();
            double[] row = sums[a.cellOf()[i]];
            for (int j = 0; j < b.images().size(); j++) {
                row[b.cellOf()[j]] += Math.exp(-squaredDistance(features, b.images().get(j).features()) / scale);
            }
        }
        return sums;
    }

    private static float squaredDistance(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            float difference = a[k] - b[k];
            sum += difference * difference;
        }
        return sum;
    }
}
