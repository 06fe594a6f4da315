package io.crossline.monitoring.novelty;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hipparchus.clustering.Cluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.DBSCANClusterer;

/**
 * Groups of images that are like each other and like nothing known, by density (DBSCAN: Ester et al. 1996). Two images are
 * neighbours where their distance is at most {@value #NEAR} of the distance of the nearer one from the known images.
 *
 * @param groups of at least {@value #LEAST} images each, the largest first
 * @param single images that are like no others
 */
public record KindGroups(List<List<UnknownImage>> groups, List<UnknownImage> single) {

    public static final int LEAST = 3;
    static final double NEAR = 0.6;

    /** @param images of one line; those that different models marked never share a group, for their spaces are different */
    public static KindGroups of(List<UnknownImage> images) {
        Map<String, List<UnknownImage>> byModel = images.stream()
                .collect(Collectors.groupingBy(UnknownImage::modelVersion, TreeMap::new, Collectors.toList()));
        List<List<UnknownImage>> groups = byModel.values().stream().flatMap(KindGroups::ofOneModel)
                .sorted(Comparator.comparing(group -> -group.size())).toList();
        Set<UnknownImage> grouped = new HashSet<>();
        groups.forEach(grouped::addAll);
        return new KindGroups(groups, images.stream().filter(image -> !grouped.contains(image)).toList());
    }

    private static Stream<List<UnknownImage>> ofOneModel(List<UnknownImage> images) {
        List<Point> points = images.stream().map(Point::of).toList();
        // the clusterer counts the neighbours without the image itself
        return new DBSCANClusterer<Point>(NEAR, LEAST - 1, KindGroups::relativeDistance).cluster(points).stream()
                .map(Cluster::getPoints).filter(group -> group.size() >= LEAST)
                .map(group -> group.stream().map(Point::image).toList());
    }

    /** The last number of each is its distance from the known images. */
    private static double relativeDistance(double[] a, double[] b) {
        int last = a.length - 1;
        double square = 0;
        for (int k = 0; k < last; k++) {
            square += (a[k] - b[k]) * (a[k] - b[k]);
        }
        double nearer = Math.min(a[last], b[last]);
        return square == 0 ? 0 : nearer > 0 ? Math.sqrt(square) / nearer : Double.POSITIVE_INFINITY;
    }

    /** @param position with the distance from the known images as the last number */
    private record Point(UnknownImage image, double[] position) implements Clusterable {

        static Point of(UnknownImage image) {
            double[] position = new double[image.position().length + 1];
            for (int k = 0; k < image.position().length; k++) {
                position[k] = image.position()[k];
            }
            position[image.position().length] = image.distance();
            return new Point(image, position);
        }

        @Override
        public double[] getPoint() {
            return position;
        }
    }
}
