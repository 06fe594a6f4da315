package io.crossline.datasets.simulator;

/** One to three blow-holes that the casting left open: dark, sharp, uneven in outline. */
final class Pores implements Defect {

    private final int count;
    private final double[] x = new double[3];
    private final double[] y = new double[3];
    private final double[] radius = new double[3];
    private final double[] wobble = new double[3];
    private final double[] phase = new double[3];

    Pores(RandomStream random) {
        double[] spot = FaceSpot.draw(random, 0.15);
        count = random.chance(0.55) ? 1 : random.chance(0.6) ? 2 : 3;
        for (int i = 0; i < count; i++) {
            double spread = i == 0 ? 0 : 0.2;
            double angle = random.uniform(0, 2 * Math.PI);
            x[i] = spot[0] + spread * Math.cos(angle);
            y[i] = spot[1] + spread * Math.sin(angle);
            radius[i] = i == 0 ? random.uniform(0.13, 0.17) : random.uniform(0.04, 0.075);
            wobble[i] = random.uniform(0.08, 0.24);
            phase[i] = random.uniform(0, 2 * Math.PI);
        }
    }

    @Override
    public void mark(double px, double py, double pixel, Surface surface) {
        for (int i = 0; i < count; i++) {
            double dx = px - x[i];
            double dy = py - y[i];
            double distance = Math.sqrt(dx * dx + dy * dy);
            if (distance > radius[i] * 1.8 + pixel) {
                continue;
            }
            double angle = Math.atan2(dy, dx);
            double edge = radius[i] * (1 + wobble[i] * (0.6 * Math.sin(2 * angle + phase[i])
                    + 0.4 * Math.sin(3 * angle - 2 * phase[i])))
                    + 0.012 * Noise.smooth(px * 22, py * 22 + phase[i] * 9);
            double open = Math.max(0, Math.min(1, 0.5 - (distance - edge) / pixel));
            double lip = Surface.step(edge + 0.045, edge, distance);
            surface.height -= 0.02 * lip;
            if (open > surface.cavity) {
                surface.cavity = open;
                // Rough walls catch some light towards the edge.
                double rough = Noise.smooth(px * 34 + phase[i] * 9, py * 34);
                surface.cavityTone = 0.03 + (0.13 + 0.1 * rough) * Surface.step(0.55 * edge, edge, distance);
            }
        }
    }
}
