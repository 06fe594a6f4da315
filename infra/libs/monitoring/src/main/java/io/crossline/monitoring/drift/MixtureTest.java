package io.crossline.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether any mix of the reference's classes explains the picture statistics of a window, whatever classes its images were given. For each
 * statistic, the window's distance is the least Kolmogorov-Smirnov distance to a mixture of the classes' distributions (minimum distance estimation, Wolfowitz
 * 1957; for class shares, as Iyer, Nath and Sarawagi 2014 with another distance). It is compared with the {@linkplain ClassDistances distances} within each frequent
 * class, for a window may be of one class alone, which lots of production move farther than a mix; the greatest p-value counts: that of the least favourable class.
 */
final class MixtureTest {

    /** Of the reference: 4 of 20 blocks can be chosen in 4,845 ways. */
    private static final int FEWEST_BLOCKS = 20;
    /** A class counts as frequent with at least this share of the most frequent one's images. */
    private static final double FREQUENT = 0.5;
    /** Values at which distributions are compared for the fit. */
    private static final int POINTS = 200;

    private final BlockedImages reference;
    private final int choices;
    private final double spread;
    /** Place of each predicted class among those that the reference has. */
    private final Map<Integer, Integer> places = new HashMap<>();
    /** Of the reference, by the class's place. */
    private final int[] images;
    private final List<ClassDistances> frequent = new ArrayList<>();

    /**
     * @param windowBlocks blocks that a window has
     * @param choices random ones of the reference's blocks
     * @param spread what a window's squared distance is divided by, at least 1
     */
    MixtureTest(BlockedImages reference, int windowBlocks, int choices, double spread) {
        this.reference = reference;
        this.choices = choices;
        this.spread = spread;
        reference.cells().forEach(cell -> places.putIfAbsent(cell.predictedClass(), places.size()));
        this.images = new int[places.size()];
        reference.cells().forEach(cell -> images[places.get(cell.predictedClass())] += cell.images());
        int most = Arrays.stream(images).max().orElse(0);
        places.forEach((predictedClass, place) -> {
            if (reference.blocks() >= FEWEST_BLOCKS && images[place] >= FREQUENT * most) {
                frequent.add(new ClassDistances(reference.ofClass(predictedClass), windowBlocks, choices));
            }
        });
    }

    int choices() {
        return choices;
    }

    /**
     * @param distributions of the reference's images and the window's
     * @param mix share of each predicted class of the window; at least one of them is in the reference
     * @return p-value of each statistic, corrected for their number; 1 for a reference of fewer than 20 blocks
     */
    Map<PictureStatistic, Double> p(BlockedImages window, Distributions distributions, double[] mix) {
        double[][] classes = classes(window);
        double[] now = weights(window, new double[images.length], 1);
        double[] predicted = known(mix);
        Map<PictureStatistic, Double> p = new EnumMap<>(PictureStatistic.class);
        for (PictureStatistic statistic : PictureStatistic.values()) {
            int s = statistic.ordinal();
            double[][] components = Arrays.stream(classes)
                    .map(weights -> distributions.cumulative(s, weights, POINTS)).toArray(double[][]::new);
            double[] fitted = MixtureFit.nearest(distributions.cumulative(s, now, POINTS), components, predicted);
            p.put(statistic, Math.max(p(window, distributions, s, fitted), p(window, distributions, s, predicted)));
        }
        return p;
    }

    /** Of one mix, the greatest of all frequent classes. */
    private double p(BlockedImages window, Distributions distributions, int statistic, double[] mix) {
        double distance = distributions.distance(statistic,
                weights(window, Arrays.stream(mix).map(share -> -share).toArray(), 1));
        double variance = 0;
        for (int k = 0; k < mix.length; k++) {
            variance += mix[k] * mix[k] / images[k];
        }
        double squared = distance * distance / spread;
        double greatest = frequent.isEmpty() ? 1 : 0;
        for (ClassDistances within : frequent) {
            greatest = Math.max(greatest, within.p(statistic, squared, variance));
        }
        return greatest;
    }

    /** Weights of each class of the reference alone. */
    private double[][] classes(BlockedImages window) {
        double[][] classes = new double[images.length][];
        for (int k = 0; k < classes.length; k++) {
            double[] only = new double[classes.length];
            only[k] = 1;
            classes[k] = weights(window, only, 0);
        }
        return classes;
    }

    /** @param mix total weight of each class's images of the reference, {@code now} of the window's */
    private double[] weights(BlockedImages window, double[] mix, double now) {
        double[] weights = new double[reference.cells().size() + window.cells().size()];
        Arrays.fill(weights, now / window.images().size());
        for (int i = 0; i < reference.cells().size(); i++) {
            int k = places.get(reference.cells().get(i).predictedClass());
            weights[i] = mix[k] / images[k];
        }
        return weights;
    }

    /** The mix of those classes that the reference has. */
    private double[] known(double[] mix) {
        double[] known = new double[images.length];
        places.forEach((k, place) -> known[place] = mix[k]);
        double sum = Arrays.stream(known).sum();
        return Arrays.stream(known).map(share -> share / sum).toArray();
    }
}
