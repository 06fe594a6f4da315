package io.crossline.evaluation.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far now is from before, for any arrangement of blocks: in the features, the squared maximum mean discrepancy
 * (Gretton et al. 2012, equation 5), {@code w^T K w}; in each picture statistic, the squared Kolmogorov-Smirnov distance of the
 * weighted distributions.
 */
final class Discrepancies {

    /** Place of the features' discrepancy; those of the statistics follow in the order of {@link PictureStatistic}. */
    static final int FEATURES = 0;

    private final BlockedImages images;
    private final double[][] kernel;
    private final int[][] ascending;
    private final boolean[][] ends;

    /** @param kernel sums between the images' cells */
    Discrepancies(BlockedImages images, double[][] kernel) {
        this.images = images;
        this.kernel = kernel;
        int statistics = PictureStatistic.values().length;
        this.ascending = new int[statistics][];
        this.ends = new boolean[statistics][];
        for (int s = 0; s < statistics; s++) {
            sort(s);
        }
    }

    private void sort(int statistic) {
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

    double[] of(Arrangement arrangement) {
        double[] weights = arrangement.cellWeights();
        double[] all = new double[1 + ascending.length];
        all[FEATURES] = features(weights);
        for (int s = 0; s < ascending.length; s++) {
            double distance = distance(ascending[s], ends[s], weights);
            all[1 + s] = distance * distance;
        }
        return all;
    }

    private double features(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double[] row = kernel[i];
            double dot = 0;
            for (int j = 0; j < weights.length; j++) {
                dot += row[j] * weights[j];
            }
            sum += weights[i] * dot;
        }
        return sum;
    }

    private static double distance(int[] cells, boolean[] ends, double[] weights) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < cells.length; i++) {
            difference += weights[cells[i]];
            if (ends[i]) {
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        return largest;
    }
}
