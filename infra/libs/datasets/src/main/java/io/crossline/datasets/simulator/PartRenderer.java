package io.crossline.datasets.simulator;

/**
 * Light on a part on a belt. Samples the part's height field on a grid, takes normals from its differences, and adds
 * diffuse light, the highlight of brushed metal (Ward-like, along the grooves), the belt and the part's shadow.
 */
final class PartRenderer {

    private static final double ELEVATION = Math.toRadians(52);
    private static final double AMBIENT = 0.36;

    private final LineProfile profile;
    private final Part part;
    private final int height;
    private final int width;
    private final double pixel;
    private final double lightX;
    private final double lightY;
    private final double cos;
    private final double sin;
    private final double scale;
    private final double offsetX;
    private final double offsetY;
    private final double lamp;
    private final double beltX;
    private final double beltY;

    PartRenderer(LineProfile profile, Part part, int height, int width, RandomStream random) {
        this.profile = profile;
        this.part = part;
        this.height = height;
        this.width = width;
        pixel = 2.0 / Math.min(height, width);
        double direction = Math.toRadians(profile.light().directionDegrees() + random.jitter(4));
        lightX = Math.cos(direction);
        lightY = -Math.sin(direction);
        Pose pose = profile.pose();
        double turn = -Math.toRadians(pose.rotationDegrees() + random.jitter(1.5 * pose.jitter()));
        cos = Math.cos(turn);
        sin = Math.sin(turn);
        scale = pose.scale() * (1 + random.jitter(0.008 * pose.jitter()));
        offsetX = 2 * (pose.offsetX() + random.jitter(0.008 * pose.jitter()));
        offsetY = 2 * (pose.offsetY() + random.jitter(0.008 * pose.jitter()));
        lamp = 1 + random.jitter(0.015);
        beltX = random.uniform(0, 256);
        beltY = random.uniform(0, 256);
    }

    /** Radiance of every sample, planes of {@code height * width}: one for grey, else red, green, blue. */
    float[][] radiance(int channels) {
        int samples = height * width;
        double[] heights = new double[samples];
        double[] tones = new double[samples];
        double[] gloss = new double[samples];
        double[] cover = new double[samples];
        double[] cavity = new double[samples];
        double[] cavityTone = new double[samples];
        double[] film = channels == 1 ? null : new double[samples];
        // The light as the part sees it, turned against the part's rotation.
        double partLightX = cos * lightX + sin * lightY;
        double partLightY = -sin * lightX + cos * lightY;
        double samplePixel = pixel / scale;
        Surface surface = new Surface();
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                double sx = (column + 0.5 - width * 0.5) * pixel - offsetX;
                double sy = (row + 0.5 - height * 0.5) * pixel - offsetY;
                double x = (cos * sx + sin * sy) / scale;
                double y = (-sin * sx + cos * sy) / scale;
                double distance = Part.outline(x, y);
                if (distance > samplePixel) {
                    heights[i] = -0.06;
                    continue;
                }
                part.surface(x, y, distance, partLightX, partLightY, samplePixel, surface);
                heights[i] = surface.height * scale;
                tones[i] = surface.reflectance;
                double across = part.across(x, y, partLightX, partLightY);
                gloss[i] = surface.gloss * across * across;
                cover[i] = Math.max(0, Math.min(1, 0.5 - distance / samplePixel));
                cavity[i] = surface.cavity;
                cavityTone[i] = surface.cavityTone;
                if (film != null) {
                    film[i] = surface.film;
                }
            }
        }
        return shade(channels, heights, tones, gloss, cover, cavity, cavityTone, film);
    }

    private float[][] shade(int channels, double[] heights, double[] tones, double[] gloss, double[] cover,
            double[] cavity, double[] cavityTone, double[] film) {
        float[][] planes = new float[channels][height * width];
        double up = Math.sin(ELEVATION);
        double side = Math.cos(ELEVATION);
        Tint tint = new Tint(profile.light().warmth());
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                double wx = (column + 0.5 - width * 0.5) * pixel;
                double wy = (row + 0.5 - height * 0.5) * pixel;
                double light = lamp * Math.max(0.1, 1 + profile.light().gradient() * (wx * lightX + wy * lightY)
                        - 0.06 * (wx * wx + wy * wy));
                double metal = 0;
                if (cover[i] > 0) {
                    double slopeX = slope(heights, i, column, width - 1, 1);
                    double slopeY = slope(heights, i, row, height - 1, width);
                    double normal = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
                    double facing = (-(slopeX * lightX + slopeY * lightY) * side + up) * normal;
                    double diffuse = Math.max(0, facing);
                    // Chamfers that mirror the lamp glare.
                    double glare = Math.max(0, (-(slopeX * lightX + slopeY * lightY) * 0.5 + 0.87) * normal - 0.9);
                    metal = tones[i] * (AMBIENT + 0.78 * diffuse) + 0.12 * gloss[i] * normal + 2.2 * glare;
                    metal += (cavityTone[i] - metal) * cavity[i];
                }
                double belt = cover[i] < 1 ? belt(wx, wy) : 0;
                if (channels == 1) {
                    planes[0][i] = (float) (light * (belt + (metal - belt) * cover[i]));
                } else {
                    double metalShare = cover[i] * (1 - cavity[i]);
                    for (int c = 0; c < 3; c++) {
                        planes[c][i] = (float) (light * tint.channel(c, belt, metal, cover[i], metalShare, film[i]));
                    }
                }
            }
        }
        return planes;
    }

    private double slope(double[] heights, int i, int at, int last, int stride) {
        int before = at > 0 ? i - stride : i;
        int after = at < last ? i + stride : i;
        return (heights[after] - heights[before]) / ((after - before) / stride * pixel);
    }

    /** Woven rubber that runs under the camera, the dirt on it, and the part's shadow. */
    private double belt(double wx, double wy) {
        Belt belt = profile.belt();
        double x = wx + beltX;
        double y = wy + beltY;
        double weave = Math.sin((x + y) * 30) * Math.sin((x - y) * 30);
        double grain = 0.6 * Noise.smooth(x * 9, y * 9) + 0.7 * Noise.smooth(x * 1.7, y * 1.7);
        double tone = belt.tone() * (1 + belt.texture() * (0.22 * weave + 0.34 * grain));
        double wear = profile.wear();
        if (wear > 0) {
            double dirt = Noise.smooth(x * 6 + 40, y * 6 + 11);
            tone *= 1 - 0.5 * wear * Surface.step(0.45, 0.6, dirt);
        }
        double sx = wx - offsetX + 0.09 * lightX;
        double sy = wy - offsetY + 0.09 * lightY;
        double distance = Part.outline((cos * sx + sin * sy) / scale, (-sin * sx + cos * sy) / scale);
        return tone * (1 - 0.62 * Surface.step(0.1, -0.05, distance));
    }
}
