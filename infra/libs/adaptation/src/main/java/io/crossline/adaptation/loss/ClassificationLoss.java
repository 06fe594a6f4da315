package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.ops.Softmax;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Losses of class probabilities. */
public final class ClassificationLoss {

    /** Keeps the logarithm of a vanished probability finite; the seed's value. */
    private static final double SMALLEST_PROBABILITY = 1e-8;

    private ClassificationLoss() {}

    /**
     * Mean cross-entropy {@code -1/N sum_n log softmax(logits_n)[label_n]}.
     *
     * @param logits {@code [N, K]}
     * @param oneHot {@code [N, K]}, 1 at each image's label
     * @return {@code [1]}
     */
    public static Variable crossEntropy(Tape tape, Variable logits, Variable oneHot) {
        Variable chosen = Elementwise.multiply(tape, Softmax.logProbabilities(tape, logits), oneHot);
        return Elementwise.scale(tape, Reductions.sum(tape, chosen), -1.0 / logits.size(0));
    }

    /**
     * Mean entropy of the predictions, {@code -1/N sum_n sum_k p_nk log(p_nk + 1e-8)} with p the softmax of the logits:
     * small where the classifier is sure (Grandvalet and Bengio 2004).
     *
     * @param logits {@code [N, K]}
     * @return {@code [1]}
     */
    public static Variable entropy(Tape tape, Variable logits) {
        Variable p = Softmax.probabilities(tape, logits);
        Variable logP = Elementwise.log(tape, Elementwise.affine(tape, p, 1, SMALLEST_PROBABILITY));
        Variable sum = Reductions.sum(tape, Elementwise.multiply(tape, p, logP));
        return Elementwise.scale(tape, sum, -1.0 / logits.size(0));
    }

    /**
     * Entropy of the mean prediction, {@code - sum_k q_k log(q_k + 1e-8)} with {@code q_k = 1/N sum_n p_nk}: large where the
     * classes are predicted equally often (Krause et al. 2010).
     *
     * @param logits {@code [N, K]}
     * @return {@code [1]}
     */
    public static Variable marginalEntropy(Tape tape, Variable logits) {
        Variable q = Rows.mean(tape, Softmax.probabilities(tape, logits));
        Variable logQ = Elementwise.log(tape, Elementwise.affine(tape, q, 1, SMALLEST_PROBABILITY));
        return Elementwise.scale(tape, Reductions.sum(tape, Elementwise.multiply(tape, q, logQ)), -1);
    }
}
