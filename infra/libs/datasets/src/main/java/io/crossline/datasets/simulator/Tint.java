package io.crossline.datasets.simulator;

/** Colours of the scene: bluish steel, brown film, a green belt, under a light of the profile's warmth. */
final class Tint {

    private static final double[] STEEL = {0.97, 1.0, 1.04};
    private static final double[] FILM = {1.28, 0.98, 0.62};
    private static final double[] BELT = {0.82, 1.06, 0.98};

    private final double[] light;

    Tint(double warmth) {
        light = new double[]{1 + 0.16 * warmth, 1, 1 - 0.24 * warmth};
    }

    /** One colour channel of a point with the grey values {@code belt} and {@code metal}. */
    double channel(int channel, double belt, double metal, double cover, double metalShare, double film) {
        double steel = STEEL[channel] + (FILM[channel] - STEEL[channel]) * film * 0.8;
        double part = metal * (metalShare > 0 ? steel : 1);
        double ground = belt * BELT[channel];
        return light[channel] * (ground + (part - ground) * cover);
    }
}
