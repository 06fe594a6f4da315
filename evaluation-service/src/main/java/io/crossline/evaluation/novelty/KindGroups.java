package io.crossline.evaluation.novelty;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.math3.ml.clustering.Cluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;

/**
 * Groups of images that are like each other and like nothing known, by density (DBSCAN: Ester et al. 1996): two images are
 * neighbours where they are as near to each other as known images of the line are.
 *
 * @param groups of at least {@value #LEAST} images each, the largest first
 * @param single images that are like no others
 */
public record KindGroups(List<List<UnknownImage>> groups, List<UnknownImage> single) {

    public static final int LEAST = 3;

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
        return new DBSCANClusterer<Point>(images.get(0).reach(), LEAST - 1).cluster(points).stream()
                .map(Cluster::getPoints).filter(group -> group.size() >= LEAST)
                .map(group -> group.stream().map(Point::image).toList());
    }

    private record Point(UnknownImage image, double[] position) implements Clusterable {

        static Point of(UnknownImage image) {
            double[] position = new double[image.position().length];
            for (int k = 0; k < position.length; k++) {
                position[k] = image.position()[k];
            }
            return new Point(image, position);
        }

        @Override
        public double[] getPoint() {
            return position;
        }
    }
}
