package io.crossline.training.trainer;

import java.util.List;
import java.util.Optional;

import io.crossline.contracts.ExpectedMix;

/**
 * Share of each class among a line's images.
 *
 * @param shares {@code [K]}, each above 0, sum to 1; not changed by anybody
 */
public record ClassMix(double[] shares) {

    /** A class of which nobody has seen any may still come. */
    private static final double SMALLEST = 1e-4;

    /** The mix that people told, in the order of the class names; empty where they told nothing. */
    public static Optional<ClassMix> of(ExpectedMix expected, List<String> classNames) {
        if (expected == null) {
            return Optional.empty();
        }
        double[] shares = expected.centre(classNames);
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.max(SMALLEST, shares[k]);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return Optional.of(new ClassMix(shares));
    }
}
