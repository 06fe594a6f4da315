package io.crossline.datasets.simulator;

/**
 * What parts of one production batch share.
 *
 * @param tone reflectance of the metal
 * @param brushing strength of the tool marks
 * @param cutterX where the face mill's centre passed, in part coordinates
 * @param cutterY likewise
 * @param bore size of the bore against the drawing's
 * @param phase of the tool's chatter, radians
 */
record PartBatch(double tone, double brushing, double cutterX, double cutterY, double bore, double phase) {

    static final int PARTS = 48;

    static PartBatch draw(RandomStream random) {
        double angle = random.uniform(0, 2 * Math.PI);
        double distance = random.uniform(2.2, 3.2);
        return new PartBatch(random.uniform(0.48, 0.54), random.uniform(0.05, 0.11), distance * Math.cos(angle),
                distance * Math.sin(angle), random.uniform(0.94, 1.06), random.uniform(0, 2 * Math.PI));
    }

    /** Distance from the cutter's centre: constant along a milling mark. */
    double arc(double x, double y) {
        double dx = x - cutterX;
        double dy = y - cutterY;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
