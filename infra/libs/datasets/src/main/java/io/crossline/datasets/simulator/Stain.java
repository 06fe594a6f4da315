package io.crossline.datasets.simulator;

/** A dried patch of coolant or oil: wide, soft, uneven in outline, darker towards its rim. */
final class Stain implements Defect {

    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double radius;
    private final double stretch;
    private final double shiftX;
    private final double shiftY;
    private final double strength;

    Stain(RandomStream random) {
        double angle = random.uniform(0, 2 * Math.PI);
        double distance = random.uniform(0.3, 0.56);
        x = distance * Math.cos(angle);
        y = distance * Math.sin(angle);
        double turn = random.uniform(0, Math.PI);
        cos = Math.cos(turn);
        sin = Math.sin(turn);
        radius = random.uniform(0.3, 0.4);
        stretch = random.uniform(1, 1.45);
        shiftX = random.uniform(0, 256);
        shiftY = random.uniform(0, 256);
        strength = random.uniform(0.4, 0.52);
    }

    @Override
    public void mark(double px, double py, double pixel, Surface surface) {
        double dx = px - x;
        double dy = py - y;
        double along = (dx * cos + dy * sin) / stretch;
        double across = -dx * sin + dy * cos;
        double distance = Math.sqrt(along * along + across * across);
        if (distance > radius * 1.6) {
            return;
        }
        double wobble = 0.34 * Noise.smooth(px * 4.5 + shiftX, py * 4.5 + shiftY)
                + 0.14 * Noise.smooth(px * 11 + shiftY, py * 11 + shiftX);
        double ratio = distance / radius + wobble;
        double film = Surface.step(1.05, 0.86, ratio);
        double ring = film * Surface.step(0.6, 0.95, ratio);
        double cover = strength * film * (0.82 + 0.3 * ring);
        surface.reflectance *= 1 - cover;
        surface.gloss *= 1 - 0.8 * film;
        surface.film = Math.max(surface.film, film);
    }
}
