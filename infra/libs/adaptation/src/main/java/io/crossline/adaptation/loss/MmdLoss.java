package io.crossline.adaptation.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Maximum mean discrepancy. */
public final class MmdLoss {

    /** Widths of the kernels, as multiples of the features' mean squared distance. */
    private static final double[] WIDTHS = {0.25, 0.5, 1, 2, 4};
    /** A batch of equal features has no distances; its kernels need a width all the same. */
    private static final double LEAST_DISTANCE = 1e-12;

    private MmdLoss() {}

    /**
     * Squared distance of both lines' mean embeddings, {@code 1/N^2 sum k(s, s') + 1/N^2 sum k(t, t') - 2/N^2 sum k(s, t)} (Long et al. 2015,
     * equation 2), with the mean of five Gaussian kernels {@code k(x, y) = exp(-|x - y|^2 / (w m))}. Their widths follow the
     * batch: m is its mean squared distance, through which no gradient flows.
     *
     * @param features {@code [2N, d]}: source, then target
     * @param signs of the pairs, {@code [2N, 2N]}, see {@link #fillSigns}
     * @return {@code [1]}
     */
    public static Variable mmdLoss(Tape tape, Variable features, Variable signs) {
        Variable distances = Rows.squaredDistances(tape, features);
        double pairs = features.size(0) * (features.size(0) - 1.0);
        double mean = Math.max(LEAST_DISTANCE, distances.value().sumNumber().doubleValue() / pairs);
        Variable kernels = null;
        for (double width : WIDTHS) {
            Variable kernel = Elementwise.exp(tape, Elementwise.scale(tape, distances, -1 / (width * mean)));
            kernels = kernels == null ? kernel : Elementwise.add(tape, kernels, kernel);
        }
        double size = features.size(0) / 2.0;
        Variable signed = Reductions.sum(tape, Elementwise.multiply(tape, kernels, signs));
        return Elementwise.scale(tape, signed, 1 / (WIDTHS.length * size * size));
    }

    /**
     * 1 for a pair of one line, -1 for a pair of both.
     *
     * @param signs {@code [2N, 2N]}, written
     * @param size N
     */
    public static void fillSigns(INDArray signs, int size) {
        for (int row = 0; row < 2 * size; row++) {
            for (int column = 0; column < 2 * size; column++) {
                signs.putScalar(row, column, row < size == column < size ? 1 : -1);
            }
        }
    }
}
