package io.crossline.monitoring.gate;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.crossline.monitoring.metrics.ClassShares;

/**
 * What a told mix of classes proves of a model without a label. Whatever images it is wrong about, the share of wrong answers is at least
 * the total variation distance between the classes' shares among its answers and the told ones: so many answers would have to be others.
 */
final class ToldMix {

    /** For a mix that people tell roughly, and for the images that were drawn. */
    private static final double MARGIN = 0.1;

    private ToldMix() {}

    /**
     * Whether the source classifier is wrong more often, by the mix, than the other model can be thought to be: by the mix as well, and by
     * its estimated accuracy. Its classes did not collapse. What it forgot of the source line does not
     * count against it: it is made for a line on which the source classifier fails.
     */
    static boolean provesBetter(Evidence source, Evidence other, Recommendation.Comparison comparison) {
        if (source.expectedMix() == null || comparison.verdict().classCollapse()) {
            return false;
        }
        double estimated = 1 - new EstimatedAccuracy().score(other).of().applyAsDouble(all(other));
        return wrongAtLeast(source) - MARGIN > Math.max(estimated, wrongAtLeast(other));
    }

    /** Share of the target's answers that cannot be right if the mix is as told, 0 to 1. */
    static double wrongAtLeast(Evidence evidence) {
        double[] shares = ClassShares.of(Arrays.stream(all(evidence)).map(evidence.target()::label),
                evidence.expectedMix().length);
        return ClassShares.distance(shares, evidence.expectedMix());
    }

    private static int[] all(Evidence evidence) {
        return IntStream.range(0, evidence.target().count()).toArray();
    }
}
