package io.crossline.monitoring.estimate;

import java.util.List;

/**
 * Images that others are compared with: how far it is from an image's features to the fifth nearest that the model puts into the same
 * class (Sun et al. 2022), or into any, where it puts none there.
 */
final class Neighbours {

    private static final int NEAREST = 5;

    private final List<Answer> images;
    private final double usual;

    /** @param images at least one */
    Neighbours(List<Answer> images) {
        this.images = List.copyOf(images);
        double[] distances = new double[images.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(images.get(i), i);
        }
        this.usual = Quantile.of(distances, DiscountedConfidence.FAR);
    }

    double[] distances(List<Answer> others) {
        return others.stream().mapToDouble(other -> distance(other, -1)).toArray();
    }

    /** {@code max(0, ln(far / usual))}: how much farther than each other's neighbours; 0 if they are not. Sorts the distances. */
    double excess(double[] distances) {
        double far = Quantile.of(distances, DiscountedConfidence.FAR);
        return usual > 0 && far > usual ? Math.log(far / usual) : 0;
    }

    /** @param itself index of the image where it is one of these, else -1 */
    private double distance(Answer image, int itself) {
        double[] nearest = nearest(image, itself, true);
        double[] found = nearest[0] < Double.POSITIVE_INFINITY ? nearest : nearest(image, itself, false);
        double last = 0;
        for (double square : found) {
            last = square < Double.POSITIVE_INFINITY ? square : last;
        }
        return Math.sqrt(last);
    }

    /** Squares, ascending; the last are infinite where there are fewer. */
    private double[] nearest(Answer image, int itself, boolean sameClass) {
        NearestSquares nearest = new NearestSquares(NEAREST);
        for (int i = 0; i < images.size(); i++) {
            Answer other = images.get(i);
            if (i != itself && (!sameClass || other.predictedClass() == image.predictedClass())) {
                nearest.add(image.features(), other.features());
            }
        }
        return nearest.ascending();
    }
}
