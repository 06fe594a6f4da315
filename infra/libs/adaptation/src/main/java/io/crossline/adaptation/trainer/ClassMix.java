package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.crossline.contracts.ExpectedMix;

/**
 * Share of each class among a line's images, as training uses it.
 *
 * @param shares {@code [K]}, each above 0, sum to 1; not changed by anybody
 */
public record ClassMix(double[] shares) {

    /** A class of which nobody has seen any may still come. */
    private static final double SMALLEST = 1e-4;
    /**
     * Exact shares are drawn this much towards even ones, in their logarithms: a defect class of 0.4 % counts as 0.7 %. An image too few of a
     * rare class costs much of that class's recall, an image too many little of a frequent one's.
     */
    private static final double TEMPER = 0.9;

    /** The mix that people told, in the order of the class names; empty where they told nothing. Bounds count by their middle. */
    public static Optional<ClassMix> of(ExpectedMix expected, List<String> classNames) {
        if (expected == null) {
            return Optional.empty();
        }
        boolean isExact = expected.bounds().values().stream().allMatch(share -> share.least() == share.most());
        double exponent = isExact ? TEMPER : 1;
        double[] shares = Arrays.stream(expected.centre(classNames))
                .map(share -> Math.pow(Math.max(SMALLEST, share), exponent)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Optional.of(new ClassMix(Arrays.stream(shares).map(share -> share / sum).toArray()));
    }
}
