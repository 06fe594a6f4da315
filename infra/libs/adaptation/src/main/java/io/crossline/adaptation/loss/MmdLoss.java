package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Floats;
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
     * Squared distance of both lines' mean embeddings, {@code 1/N^2 sum k(s, s') + 1/M^2 sum k(t, t') - 2/(N M) sum k(s, t)} (Long et al.
     * 2015, equation 2), with the mean of five Gaussian kernels {@code k(x, y) = exp(-|x - y|^2 / (w m))}. Their widths follow the
     * batch: m is its mean squared distance, through which no gradient flows.
     *
     * @param source features {@code [N, d]}
     * @param target features {@code [M, d]}
     * @return {@code [1]}
     */
    public static Variable mmdLoss(Tape tape, Variable source, Variable target) {
        Variable features = Rows.concatenate(tape, source, target);
        Variable distances = Rows.squaredDistances(tape, features);
        double pairs = features.size(0) * (features.size(0) - 1.0);
        double mean = Math.max(LEAST_DISTANCE, distances.value().sumNumber().doubleValue() / pairs);
        Variable kernels = null;
        for (double width : WIDTHS) {
            Variable kernel = Elementwise.exp(tape, Elementwise.scale(tape, distances, -1 / (width * mean)));
            kernels = kernels == null ? kernel : Elementwise.add(tape, kernels, kernel);
        }
        Variable weights = pairWeights(tape, Math.toIntExact(source.size(0)), Math.toIntExact(target.size(0)));
        Variable weighted = Reductions.sum(tape, Elementwise.multiply(tape, kernels, weights));
        return Elementwise.scale(tape, weighted, 1.0 / WIDTHS.length);
    }

    /** 1/N^2 and 1/M^2 for a pair of one line, -1/(N M) for a pair of both, {@code [N + M, N + M]}. */
    private static Variable pairWeights(Tape tape, int n, int m) {
        int size = n + m;
        float[] weights = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                weights[row * size + column] = (row < n ? 1f / n : -1f / m) * (column < n ? 1f / n : -1f / m);
            }
        }
        Variable variable = tape.scratch(tape.pool().take(size, size), size, size);
        Floats.write(weights, variable.value());
        return variable;
    }
}
