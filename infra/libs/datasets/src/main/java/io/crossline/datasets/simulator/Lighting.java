package io.crossline.datasets.simulator;

/**
 * The lamp over the belt.
 *
 * @param directionDegrees where the light comes from, counter-clockwise from the image's right, 0 to 360
 * @param gradient how much brighter the lit side of the image is than its middle, as a fraction, 0 to 0.8
 * @param warmth colour of the light, -1 (blue) to 1 (amber); shows in colour images only
 */
public record Lighting(double directionDegrees, double gradient, double warmth) {

    public Lighting {
        Bounds.check("light.directionDegrees", directionDegrees, 0, 360);
        Bounds.check("light.gradient", gradient, 0, 0.8);
        Bounds.check("light.warmth", warmth, -1, 1);
    }

    Lighting towards(Lighting other, double t) {
        return new Lighting(Bounds.between(directionDegrees, other.directionDegrees, t),
                Bounds.between(gradient, other.gradient, t), Bounds.between(warmth, other.warmth, t));
    }
}
