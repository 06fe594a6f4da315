package io.crossline.monitoring.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Cumulative distributions of each picture statistic over images, whatever the weights of their cells. */
final class Distributions {

    private final int[][] ascending;
    private final boolean[][] ends;

    Distributions(BlockedImages images) {
        int statistics = PictureStatistic.values().length;
        this.ascending = new int[statistics][];
        this.ends = new boolean[statistics][];
        for (int s = 0; s < statistics; s++) {
            sort(images, s);
        }
    }

    private void sort(BlockedImages images, int statistic) {
        double[] values = images.images().stream().mapToDouble(image -> image.statistics()[statistic]).toArray();
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i).toArray();
        boolean[] last = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            last[i] = i == order.length - 1 || values[order[i]] != values[order[i + 1]];
        }
        ascending[statistic] = IntStream.of(order).map(i -> images.cellOf()[i]).toArray();
        ends[statistic] = last;
    }

    /**
     * The Kolmogorov-Smirnov distance of two weighted distributions.
     *
     * @param weights of each cell: positive for images of one, negative for those of the other
     */
    double distance(int statistic, double[] weights) {
        int[] cells = ascending[statistic];
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < cells.length; i++) {
            difference += weights[cells[i]];
            if (ends[statistic][i]) {
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        return largest;
    }

    /**
     * A weighted distribution at values that are evenly spread among the images', the same ones for all weights.
     *
     * @param weights of each cell, 0 or more
     * @return {@code [points]}, not descending
     */
    double[] cumulative(int statistic, double[] weights, int points) {
        int[] cells = ascending[statistic];
        double[] cumulative = new double[points];
        double sum = 0;
        int image = 0;
        for (int point = 0; point < points; point++) {
            int upTo = (int) ((long) (point + 1) * cells.length / points);
            while (image < upTo || image > 0 && image < cells.length && !ends[statistic][image - 1]) {
                sum += weights[cells[image++]];
            }
            cumulative[point] = sum;
        }
        return cumulative;
    }
}
