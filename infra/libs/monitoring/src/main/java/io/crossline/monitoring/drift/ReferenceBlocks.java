package io.crossline.monitoring.drift;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A reference cut into blocks, with what is the same for all windows. */
final class ReferenceBlocks {

    /** Random arrangements that the runs of neighbouring blocks are compared with. */
    private static final int RANDOM = 200;

    private final BlockedImages images;
    private final GaussianKernel kernel;
    private final double[][] sums;
    private final double featuresSpread;
    private final double statisticsSpread;
    private final int windowBlocks;
    private MixtureTest mixtures;

    /** @param windowBlocks blocks that a window will have */
    ReferenceBlocks(BlockedImages images, int windowBlocks) {
        this.images = images;
        this.windowBlocks = windowBlocks;
        this.kernel = GaussianKernel.ofMedian(images.images());
        this.sums = kernel.sums(images, images);
        double[] spread = spread(windowBlocks);
        // the whole ratio overcorrects: 0 of 800 windows drifted where 8 were allowed, and small drifts were missed (infra/docs/loop-measured.md)
        this.featuresSpread = Math.sqrt(Math.max(1, spread[Discrepancies.FEATURES]));
        this.statisticsSpread = Math
                .sqrt(Math.max(1, Arrays.stream(spread, 1, spread.length).average().orElse(1)));
    }

    /**
     * How much larger discrepancies are between a run of neighbouring blocks and the rest than between as many random blocks and
     * the rest: 1 where blocks are independent, more where parts that belong together reach over their ends.
     */
    private double[] spread(int run) {
        Discrepancies discrepancies = new Discrepancies(new Distributions(images), sums);
        double[] mix = images.mix(images.classes());
        double[] runs = new double[1 + PictureStatistic.values().length];
        double[] random = runs.clone();
        if (images.blocks() < 2 * run) {
            return runs;
        }
        Random choice = new Random(images.blocks());
        int starts = images.blocks() - run + 1;
        for (int i = 0; i < starts; i++) {
            boolean[] now = new boolean[images.blocks()];
            Arrays.fill(now, i, i + run, true);
            add(runs, discrepancies.of(Arrangement.of(images.cells(), now, mix)), starts);
        }
        for (int i = 0; i < RANDOM; i++) {
            boolean[] now = choose(images.blocks(), run, choice);
            add(random, discrepancies.of(Arrangement.of(images.cells(), now, mix)), RANDOM);
        }
        return IntStream.range(0, runs.length).mapToDouble(i -> random[i] > 0 ? runs[i] / random[i] : 1).toArray();
    }

    private static void add(double[] means, double[] values, int count) {
        for (int i = 0; i < means.length; i++) {
            means[i] += values[i] / count;
        }
    }

    /** So many of all, each choice as probable as any other. */
    static boolean[] choose(int all, int chosen, Random random) {
        boolean[] now = new boolean[all];
        for (int left = chosen, i = 0; left > 0; i++) {
            if (random.nextInt(all - i) < left) {
                now[i] = true;
                left--;
            }
        }
        return now;
    }

    BlockedImages images() {
        return images;
    }

    /**
     * Whether a mix of the classes explains a window; kept until another number of choices is asked for.
     *
     * @param choices random ones of the blocks
     */
    synchronized MixtureTest mixtures(int choices) {
        if (mixtures == null || mixtures.choices() != choices) {
            mixtures = new MixtureTest(images, windowBlocks, choices, statisticsSpread);
        }
        return mixtures;
    }

    /** What a window's discrepancy of features is divided by, at least 1. */
    double featuresSpread() {
        return featuresSpread;
    }

    /** The same for squared distances of statistics. */
    double statisticsSpread() {
        return statisticsSpread;
    }

    /** Kernel sums between the cells of the reference and then the window. */
    double[][] sumsWith(BlockedImages window) {
        double[][] across = kernel.sums(window, images);
        double[][] within = kernel.sums(window, window);
        int old = sums.length;
        double[][] all = new double[old + within.length][old + within.length];
        for (int i = 0; i < old; i++) {
            System.arraycopy(sums[i], 0, all[i], 0, old);
        }
        for (int i = 0; i < within.length; i++) {
            System.arraycopy(across[i], 0, all[old + i], 0, old);
            System.arraycopy(within[i], 0, all[old + i], old, within.length);
            for (int j = 0; j < old; j++) {
                all[j][old + i] = across[i][j];
            }
        }
        return all;
    }
}
