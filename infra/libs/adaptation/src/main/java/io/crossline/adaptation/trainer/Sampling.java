package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** How batches of labelled images are drawn. */
public enum Sampling {
    /** Each image once a pass. */
    PASSES(count -> count),
    /** Each class as often as the square root of its number of images says (Mahajan et al. 2018): between the other two. */
    SQUARE_ROOT(Math::sqrt),
    /** Each class equally often, however many images it has. */
    CLASS_BALANCED(count -> count == 0 ? 0 : 1);

    private final IntToDoubleFunction weight;

    Sampling(IntToDoubleFunction weight) {
        this.weight = weight;
    }

    /**
     * How often each class is drawn.
     *
     * @param counts images of each class, {@code [K]}, at least one image in all
     * @return shares {@code [K]} that sum to 1
     */
    public double[] shares(int[] counts) {
        double[] weights = Arrays.stream(counts).mapToDouble(weight).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(value -> value / sum).toArray();
    }
}
