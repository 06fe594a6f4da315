package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.ops.Softmax;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Distance of a student's predictions from its teacher's. */
public final class ConsistencyLoss {

    private ConsistencyLoss() {}

    /**
     * {@code 1/N sum_n m_n sum_k (p_nk - t_nk)^2} with p the softmax of the student's logits (French et al. 2018, section
     * 3.1, with the sum over classes in place of their mean).
     *
     * @param logits of the student, {@code [N, K]}
     * @param teacher probabilities t, {@code [N, K]}
     * @param believed m in each column: 1 where the teacher is sure, else 0, {@code [N, K]}
     * @return {@code [1]}
     */
    public static Variable consistencyLoss(Tape tape, Variable logits, Variable teacher, Variable believed) {
        Variable difference = Elementwise.subtract(tape, Softmax.probabilities(tape, logits), teacher);
        Variable counted = Elementwise.multiply(tape, Elementwise.square(tape, difference), believed);
        return Elementwise.scale(tape, Reductions.sum(tape, counted), 1.0 / logits.size(0));
    }
}
