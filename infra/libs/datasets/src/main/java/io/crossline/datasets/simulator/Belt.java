package io.crossline.datasets.simulator;

/**
 * What the part lies on.
 *
 * @param tone reflectance of the belt, 0 (black rubber) to 1 (white)
 * @param texture strength of its weave and stains, 0 to 1
 */
public record Belt(double tone, double texture) {

    public Belt {
        Bounds.check("belt.tone", tone, 0, 1);
        Bounds.check("belt.texture", texture, 0, 1);
    }

    Belt towards(Belt other, double t) {
        return new Belt(Bounds.between(tone, other.tone, t), Bounds.between(texture, other.texture, t));
    }
}
