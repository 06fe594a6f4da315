package io.crossline.evaluation.labels;

import java.util.Arrays;
import java.util.Collection;

/**
 * Greedy k-centre (Gonzalez 1985; for labels: Sener and Savarese 2018): always the image that is farthest, in feature space,
 * from all those chosen before. With equal weights the greatest distance that is left is at most twice the smallest possible.
 */
final class Centres {

    private final float[][] features;
    /** Squared distance of each image to the nearest chosen one. */
    private final double[] nearest;

    /**
     * @param features of the images to choose from, {@code [N][F]}
     * @param chosen features of those chosen before
     */
    Centres(float[][] features, Collection<float[]> chosen) {
        this.features = features;
        this.nearest = new double[features.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        chosen.forEach(this::add);
    }

    /**
     * The image of greatest weight times distance; while none is chosen, that of greatest weight. Of several as far, the first.
     *
     * @param weights of the images, 0 or more
     * @return its index, or -1 where no image is of any weight, or all are where one was chosen
     */
    int farthest(double[] weights) {
        int farthest = -1;
        double greatest = 0;
        for (int i = 0; i < weights.length; i++) {
            double reach = weights[i] * (nearest[i] == Double.POSITIVE_INFINITY ? 1 : Math.sqrt(nearest[i]));
            if (reach > greatest) {
                greatest = reach;
                farthest = i;
            }
        }
        return farthest;
    }

    void choose(int image) {
        add(features[image]);
    }

    private void add(float[] centre) {
        for (int i = 0; i < features.length; i++) {
            nearest[i] = Math.min(nearest[i], squaredDistance(features[i], centre));
        }
    }

    private static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = (double) a[k] - b[k];
            sum += difference * difference;
        }
        return sum;
    }
}
