package io.crossline.monitoring.drift;

import java.util.Arrays;
import java.util.Random;

import io.crossline.monitoring.drift.Arrangement.Cell;

/**
 * How far a class's images in some blocks of a reference are from those in the others: squared Kolmogorov-Smirnov distances of the picture
 * statistics over random choices of so many blocks as a window has. No window takes part in them.
 */
final class ClassDistances {

    /** Mean square of Kolmogorov's distribution: of a squared distance where the variance of both sides' shares sums to 1. */
    private static final double KOLMOGOROV = Math.PI * Math.PI / 12;

    private final int images;
    private final double[] means;
    private final double[] largest;

    /**
     * @param images of one class, in the reference's blocks
     * @param windowBlocks blocks that a window has
     * @param choices random ones
     */
    ClassDistances(BlockedImages images, int windowBlocks, int choices) {
        this.images = images.images().size();
        Distributions distributions = new Distributions(images);
        Random random = new Random(images.blocks());
        double[][] distances = new double[choices][];
        this.means = new double[PictureStatistic.values().length];
        for (int i = 0; i < choices; i++) {
            distances[i] = distances(images, distributions,
                    ReferenceBlocks.choose(images.blocks(), windowBlocks, random));
            for (int s = 0; s < means.length; s++) {
                means[s] += distances[i][s] / choices;
            }
        }
        this.largest = Arrays.stream(distances).mapToDouble(row -> {
            double most = 0;
            for (int s = 0; s < row.length; s++) {
                most = Math.max(most, means[s] > 0 ? row[s] / means[s] : 0);
            }
            return most;
        }).toArray();
    }

    /** All 0 where one side has no image. */
    private double[] distances(BlockedImages blocked, Distributions distributions, boolean[] now) {
        int chosen = blocked.cells().stream().filter(cell -> now[cell.block()]).mapToInt(Cell::images).sum();
        double[] distances = new double[means.length];
        if (chosen > 0 && chosen < images) {
            double[] weights = blocked.cells().stream()
                    .mapToDouble(cell -> now[cell.block()] ? 1.0 / chosen : -1.0 / (images - chosen)).toArray();
            for (int s = 0; s < distances.length; s++) {
                double distance = distributions.distance(s, weights);
                distances[s] = distance * distance;
            }
        }
        return distances;
    }

    /**
     * The rank of a window's distance among the largest of all statistics', each in units of its mean (Westfall and Young 1993). The
     * mean says how much neighbours have in common; what the window's own mix is known less well than this class adds to it.
     *
     * @param squared distance of the window
     * @param variance of a share of the mix that explains the window, for that it is known by so many images
     * @return p-value, at least 1 / (choices + 1)
     */
    double p(int statistic, double squared, double variance) {
        double unit = means[statistic] + KOLMOGOROV * Math.max(0, variance - 1.0 / images);
        int asLarge = 1;
        for (double value : largest) {
            asLarge += unit == 0 || value >= squared / unit ? 1 : 0;
        }
        return asLarge / (1.0 + largest.length);
    }
}
