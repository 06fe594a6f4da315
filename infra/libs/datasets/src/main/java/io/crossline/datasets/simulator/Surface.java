package io.crossline.datasets.simulator;

/** One point of the part's surface, filled in by the part and then by its defect. */
final class Surface {

    /** Height over the milled face; the unit is half the image's shorter side. */
    double height;
    /** Share of the light thrown back, 0 to 1. */
    double reflectance;
    /** Strength of the metal's own highlight, 0 to 1. */
    double gloss;
    /** Share of the point that is open: a bore, a bolt hole or a pore, 0 to 1. */
    double cavity;
    /** How bright the inside of the opening is, 0 to 1. */
    double cavityTone;
    /** Share of the point under a brown film, 0 to 1; shows in colour images only. */
    double film;

    void face(double tone) {
        height = 0;
        reflectance = tone;
        gloss = 1;
        cavity = 0;
        cavityTone = 0;
        film = 0;
    }

    /** 0 below {@code low}, 1 above {@code high}, smooth between. */
    static double step(double low, double high, double x) {
        double t = Math.max(0, Math.min(1, (x - low) / (high - low)));
        return t * t * (3 - 2 * t);
    }
}
