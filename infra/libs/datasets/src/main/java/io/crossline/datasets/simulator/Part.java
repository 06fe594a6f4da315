package io.crossline.datasets.simulator;

/**
 * One flange: a milled square plate with rounded corners, a turned hub with a bore, and four bolt holes. Coordinates
 * are the part's own, the origin is the bore's centre, and the unit is half the image's shorter side.
 */
final class Part {

    static final double HALF_SIDE = 0.78;
    static final double HUB_RADIUS = 0.37;
    static final double BOLT_OFFSET = 0.54;
    static final double BOLT_RADIUS = 0.105;

    private static final double CORNER_RADIUS = 0.24;
    private static final double BORE_RADIUS = 0.2;
    private static final double HUB_HEIGHT = 0.05;

    private final PartBatch batch;
    private final Defect defect;
    private final boolean[] drilled = {true, true, true, true};
    private final boolean bored;
    private final double edge;
    private final double wear;
    private final double beltTone;
    private final double shiftX;
    private final double shiftY;

    Part(PartBatch batch, DefectClass defectClass, LineProfile profile, RandomStream random) {
        this.batch = batch;
        wear = profile.wear();
        beltTone = profile.belt().tone();
        edge = 0.045 + 0.02 * wear;
        shiftX = random.uniform(0, 256);
        shiftY = random.uniform(0, 256);
        boolean boreMissing = false;
        if (defectClass == DefectClass.MISSING_FEATURE) {
            drilled[random.integer(4)] = false;
            if (random.chance(0.25)) {
                drilled[random.integer(4)] = false;
            }
            boreMissing = random.chance(0.12);
        }
        bored = !boreMissing;
        defect = switch (defectClass) {
            case SCRATCH -> new Scratch(random);
            case HOLE -> new Pores(random);
            case DENT -> new Dent(random);
            case STAIN -> new Stain(random);
            case GOOD, MISSING_FEATURE -> Defect.NONE;
        };
    }

    /** Signed distance to the part's outline, below 0 inside. */
    static double outline(double x, double y) {
        double qx = Math.abs(x) - (HALF_SIDE - CORNER_RADIUS);
        double qy = Math.abs(y) - (HALF_SIDE - CORNER_RADIUS);
        double ox = Math.max(qx, 0);
        double oy = Math.max(qy, 0);
        return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(qx, qy), 0) - CORNER_RADIUS;
    }

    /**
     * Fills in the surface at a point inside the outline.
     *
     * @param distance what {@link #outline} says about the point
     * @param lightX the light's direction in the part's plane, from the part to the lamp
     */
    void surface(double x, double y, double distance, double lightX, double lightY, double pixel, Surface surface) {
        double centre = Math.sqrt(x * x + y * y);
        surface.face(batch.tone());
        double bevel = Math.max(0, distance + edge);
        surface.height -= bevel * bevel / edge * 0.9;
        boolean hub = centre < HUB_RADIUS;
        toolMarks(x, y, centre, hub, surface);
        surface.height += HUB_HEIGHT * Surface.step(HUB_RADIUS + 0.05, HUB_RADIUS - 0.01, centre);
        // Less light reaches the foot of the hub.
        double foot = (centre - HUB_RADIUS - 0.05) / 0.06;
        surface.reflectance *= 1 - 0.22 * Math.exp(-foot * foot);
        if (bored) {
            opening(x, y, centre, BORE_RADIUS * batch.bore(), lightX, lightY, pixel, surface);
        }
        if (drilled[(x < 0 ? 0 : 1) + (y < 0 ? 0 : 2)]) {
            double bx = x - Math.copySign(BOLT_OFFSET, x);
            double by = y - Math.copySign(BOLT_OFFSET, y);
            opening(bx, by, Math.sqrt(bx * bx + by * by), BOLT_RADIUS, lightX, lightY, pixel, surface);
        }
        defect.mark(x, y, pixel, surface);
    }

    /** A hole through the part with a chamfer; its wall is lit on the side away from the lamp. */
    private void opening(double x, double y, double distance, double radius, double lightX, double lightY,
            double pixel, Surface surface) {
        double chamfer = 0.3 * radius + 0.012;
        if (distance > radius + chamfer) {
            return;
        }
        double slope = Math.max(0, radius + chamfer - distance);
        surface.height -= slope * slope / chamfer * 0.8;
        double open = Math.max(0, Math.min(1, 0.5 - (distance - radius) / pixel));
        if (open > 0) {
            double away = -(x * lightX + y * lightY) / radius;
            double wall = Surface.step(0.55, 1, distance / radius) * Math.max(0, away);
            surface.cavity = open;
            surface.cavityTone = 0.04 + 0.16 * beltTone + 0.42 * wall;
        }
    }

    /** Milling arcs on the face, turning rings on the hub, and what worn tools and dirty coolant add. */
    private void toolMarks(double x, double y, double centre, boolean hub, Surface surface) {
        double groove = hub ? centre : batch.arc(x, y);
        double fine = Noise.smooth(groove * 46 + shiftX, hub ? shiftY : (x + y) * 1.5 + shiftY);
        double broad = Noise.smooth(groove * 17 + shiftY, shiftX + (hub ? 0 : (x - y) * 0.8));
        double marks = 1 + batch.brushing() * (0.65 * fine + 0.5 * broad);
        if (wear > 0) {
            double chatter = Math.sin(groove * 58 + batch.phase());
            double grime = Noise.smooth(x * 2.6 + shiftX, y * 2.6 - shiftY) + 0.4 * Noise.smooth(x * 7 + shiftY, y * 7);
            marks += wear * (0.06 * chatter - 0.16 * Surface.step(0.05, 0.75, grime));
        }
        surface.reflectance *= marks;
    }

    /** How far the grooves at this point run across the light, 0 (along it, no highlight) to 1. */
    double across(double x, double y, double lightX, double lightY) {
        double centre = x * x + y * y;
        double gx = x;
        double gy = y;
        if (centre > HUB_RADIUS * HUB_RADIUS) {
            gx = x - batch.cutterX();
            gy = y - batch.cutterY();
            centre = gx * gx + gy * gy;
        }
        double dot = gx * lightX + gy * lightY;
        return centre < 1e-9 ? 0 : dot * dot / centre;
    }
}
