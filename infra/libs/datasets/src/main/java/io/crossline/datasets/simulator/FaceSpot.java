package io.crossline.datasets.simulator;

/** Places on the milled face that no bore or bolt hole takes up. */
final class FaceSpot {

    private FaceSpot() {}

    /** A point at least {@code clearance} from the hub's edge, the bolt holes and the outer edge, as {x, y}. */
    static double[] draw(RandomStream random, double clearance) {
        double limit = Part.HALF_SIDE - clearance;
        while (true) {
            double x = random.uniform(-limit, limit);
            double y = random.uniform(-limit, limit);
            double centre = Math.hypot(x, y);
            double bolt = Math.hypot(Math.abs(x) - Part.BOLT_OFFSET, Math.abs(y) - Part.BOLT_OFFSET);
            if (centre > Part.HUB_RADIUS + 0.3 * clearance && bolt > Part.BOLT_RADIUS + 0.05 + clearance) {
                return new double[]{x, y};
            }
        }
    }
}
