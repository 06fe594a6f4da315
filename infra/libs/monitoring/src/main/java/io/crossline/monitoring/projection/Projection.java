package io.crossline.monitoring.projection;

import java.util.List;

/**
 * Test images of both lines by the features of one model.
 *
 * @param modelVersion the model whose features these are
 */
public record Projection(String modelVersion, List<Point> points) {

    public Projection {
        points = List.copyOf(points);
    }
}
