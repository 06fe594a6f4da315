package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Correlation alignment. */
public final class CoralLoss {

    private CoralLoss() {}

    /**
     * Distance of the features' second-order statistics, {@code 1/(4 d^2) ||C_s - C_t||_F^2} with C the covariance and d
     * the number of features (Sun and Saenko 2016, equation 1).
     *
     * @param source features {@code [N, d]}
     * @param target features {@code [M, d]}
     * @return {@code [1]}
     */
    public static Variable coralLoss(Tape tape, Variable source, Variable target) {
        double d = source.size(1);
        Variable difference = Elementwise.subtract(tape, covariance(tape, source), covariance(tape, target));
        Variable norm = Reductions.sum(tape, Elementwise.square(tape, difference));
        return Elementwise.scale(tape, norm, 1 / (4 * d * d));
    }

    /** {@code (z - mean)^T (z - mean) / (N - 1)}, {@code [N, d]} to {@code [d, d]}. */
    static Variable covariance(Tape tape, Variable features) {
        Variable gram = Rows.gram(tape, Rows.center(tape, features));
        return Elementwise.scale(tape, gram, 1.0 / (features.size(0) - 1));
    }
}
