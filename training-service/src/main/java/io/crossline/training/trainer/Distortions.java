package io.crossline.training.trainer;

/**
 * How strongly training images change at random, 0 (not at all) to 1.
 *
 * @param affine strength of another scale, rotation, shear and shift: {@link RandomPlace}
 * @param elastic strength of smooth displacements: {@link RandomPlace}
 * @param blur strength of another focus: {@link RandomBlur}
 * @param look strength of another tone, contrast and noise: {@link RandomLook}
 */
public record Distortions(double affine, double elastic, double blur, double look) {

    public static final Distortions NONE = new Distortions(0, 0, 0, 0);

    public Distortions {
        requireStrength("affine", affine);
        requireStrength("elastic", elastic);
        requireStrength("blur", blur);
        requireStrength("look", look);
    }

    private static void requireStrength(String name, double value) {
        Hyperparameters.require(value >= 0 && value <= 1, name, value, "0 to 1");
    }
}
