package io.crossline.datasets.simulator;

/** A groove along a slightly bent line: bare bright metal in the middle, a burr at the sides, tapering to the ends. */
final class Scratch implements Defect {

    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double halfLength;
    private final double bend;
    private final double width;
    private final double strength;
    private final double shift;

    Scratch(RandomStream random) {
        double angle = random.uniform(0, Math.PI);
        cos = Math.cos(angle);
        sin = Math.sin(angle);
        halfLength = random.uniform(0.5, 0.72);
        bend = random.uniform(-0.35, 0.35);
        width = random.uniform(0.06, 0.078);
        strength = random.uniform(0.92, 1);
        shift = random.uniform(0, 256);
        // A line that misses the hub on one side crosses the face, where it can be told from the tool's marks.
        double aside = random.uniform(0.26, 0.5) * (random.chance(0.5) ? 1 : -1);
        double along = random.uniform(-0.14, 0.14);
        x = along * cos - aside * sin;
        y = along * sin + aside * cos;
    }

    @Override
    public void mark(double px, double py, double pixel, Surface surface) {
        double dx = px - x;
        double dy = py - y;
        double along = dx * cos + dy * sin;
        if (Math.abs(along) > halfLength) {
            return;
        }
        double across = -dx * sin + dy * cos - bend * (along * along - halfLength * halfLength / 3);
        if (Math.abs(across) > 2.2 * width + pixel) {
            return;
        }
        double taper = 1 - Math.pow(Math.abs(along) / halfLength, 6);
        double ratio = across / (width * (0.55 + 0.45 * taper));
        // A scratch is a bundle of finer grooves that start and stop.
        double grooves = 1 + 0.25 * Noise.smooth(ratio * 2.6 + shift, along * 9 + shift);
        double core = Math.min(1, Math.exp(-ratio * ratio * 1.6) * strength * taper * grooves);
        double burr = Math.exp(-(Math.abs(ratio) - 1.35) * (Math.abs(ratio) - 1.35) * 6) * strength * taper;
        surface.height -= 0.018 * core;
        surface.reflectance += (1.0 - surface.reflectance) * 0.85 * core - 0.15 * burr * surface.reflectance;
        surface.film *= 1 - core;
    }
}
