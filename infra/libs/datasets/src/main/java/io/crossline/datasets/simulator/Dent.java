package io.crossline.datasets.simulator;

/** A dimple struck into the face: one flank turns to the light and the other away, with a raised rim around it. */
final class Dent implements Defect {

    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double length;
    private final double width;
    private final double depth;

    Dent(RandomStream random) {
        double[] spot = FaceSpot.draw(random, 0.1);
        x = spot[0];
        y = spot[1];
        double angle = random.uniform(0, Math.PI);
        cos = Math.cos(angle);
        sin = Math.sin(angle);
        width = random.uniform(0.22, 0.28);
        length = width * random.uniform(1, 1.35);
        depth = random.uniform(0.19, 0.24);
    }

    @Override
    public void mark(double px, double py, double pixel, Surface surface) {
        double dx = px - x;
        double dy = py - y;
        double along = (dx * cos + dy * sin) / length;
        double across = (-dx * sin + dy * cos) / width;
        double square = along * along + across * across;
        if (square > 6) {
            return;
        }
        double bowl = Math.exp(-1.5 * square);
        surface.height -= depth * bowl * (1 - 0.35 * square);
        surface.gloss *= 1 - 0.3 * bowl;
    }
}
