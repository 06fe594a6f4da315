package io.crossline.evaluation.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.projection.Point;
import io.crossline.monitoring.projection.PrincipalComponents;
import io.crossline.monitoring.projection.Projection;
import io.crossline.networks.inference.Classifier;

/** Images of both lines by one model's features, in the plane of greatest variance of all of them together. */
final class FeatureProjection {

    private FeatureProjection() {}

    static Projection of(String modelVersion, Classifier classifier, Map<Role, ImageSample> samples) {
        Map<Role, float[][]> features = new EnumMap<>(Role.class);
        List<float[]> all = new ArrayList<>();
        samples.forEach((role, sample) -> {
            float[][] rows = classifier.predict(sample.pixels()).features();
            features.put(role, rows);
            all.addAll(List.of(rows));
        });
        if (all.isEmpty()) {
            return new Projection(modelVersion, List.of());
        }
        PrincipalComponents components = PrincipalComponents.fit(all.toArray(float[][]::new));
        List<Point> points = new ArrayList<>();
        features.forEach((role, rows) -> {
            List<Integer> labels = samples.get(role).labels();
            for (int i = 0; i < rows.length; i++) {
                double[] point = components.project(rows[i]);
                points.add(new Point(point[0], point[1], labels.get(i), role));
            }
        });
        return new Projection(modelVersion, points);
    }
}
