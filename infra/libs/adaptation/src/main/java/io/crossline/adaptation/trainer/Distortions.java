package io.crossline.adaptation.trainer;

/**
 * How strongly training images change at random, 0 (not at all) to 1, or to 2 where it says so.
 *
 * @param affine strength of another scale, rotation, shear and shift: {@link RandomPlace}
 * @param rotation share of that rotation, 0 for images that do not turn: {@link RandomPlace}
 * @param elastic strength of smooth displacements: {@link RandomPlace}
 * @param blur strength of another focus: {@link RandomBlur}
 * @param look strength of another tone, contrast and noise, to 2: {@link RandomLook}
 * @param grain strength of noise beside the image's own spread, in place of the noise of {@code look}: {@link RandomLook}
 * @param mirror probability that an image may be mirrored, along each axis by itself with half of it: {@link RandomMirror}
 * @param polarity probability that dark and bright change places: {@link RandomPolarity}
 * @param edge what comes in from outside the image
 */
public record Distortions(double affine, double rotation, double elastic, double blur, double look, double grain,
        double mirror,
        double polarity,
        Edge edge) {

    /** What comes in from outside the image where it moves. */
    public enum Edge {
        /** The median of the image's border: parts on a background. */
        MEDIAN,
        /** The image itself, mirrored at its border: surfaces. */
        REFLECTED
    }

    public static final Distortions NONE = new Distortions(0, 0, 0, 0);

    private static final double MAX_LOOK = 2;

    public Distortions {
        requireStrength("affine", affine, 1);
        requireStrength("rotation", rotation, 1);
        requireStrength("elastic", elastic, 1);
        requireStrength("blur", blur, 1);
        requireStrength("look", look, MAX_LOOK);
        requireStrength("grain", grain, 1);
        requireStrength("mirror", mirror, 1);
        requireStrength("polarity", polarity, 1);
    }

    /** Images that turn as far as {@code affine} says, are neither mirrored nor inverted, and have no grain. */
    public Distortions(double affine, double elastic, double blur, double look) {
        this(affine, 1, elastic, blur, look, 0, 0, 0, Edge.MEDIAN);
    }

    private static void requireStrength(String name, double value, double most) {
        Hyperparameters.require(value >= 0 && value <= most, name, value, "0 to " + (int) most);
    }
}
