package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Softmax of each row of {@code [N, K]}, and its logarithm. */
public final class Softmax {

    private Softmax() {}

    /** {@code p_k = exp(x_k) / sum exp(x)}. */
    public static Variable probabilities(Tape tape, Variable logits) {
        Block block = tape.pool().take(logits.shape());
        Native.exec("softmax", Native.arrays(logits.value()), Native.arrays(block.array(logits.shape())), 1);
        return tape.result(block, logits.shape(), logits.differentiable(), (p, gradient) -> {
            // gx = p (g - sum g p)
            try (Sink sink = tape.sink(logits)) {
                INDArray gx = sink.array();
                Native.multiply(gradient, p.value(), gx);
                Block sums = rowSums(tape, gx);
                Native.exec("subtract", Native.arrays(gradient, sums.array(gx.size(0), 1)), Native.arrays(gx));
                Native.multiply(gx, p.value(), gx);
                tape.pool().release(sums);
            }
        });
    }

    /**
     * {@code log p_k = x_k - max x - log sum exp(x - max x)}: finite for every finite logit, where the native operation takes the logarithm
     * of the quotient, which is 0 from a difference of about 100 on.
     */
    public static Variable logProbabilities(Tape tape, Variable logits) {
        Block block = tape.pool().take(logits.shape());
        float[] values = Floats.read(logits.value());
        int classes = (int) logits.size(1);
        for (int row = 0; row < values.length; row += classes) {
            subtractLogSum(values, row, row + classes);
        }
        Floats.write(values, block.array(logits.shape()));
        return tape.result(block, logits.shape(), logits.differentiable(), (logP, gradient) -> {
            // gx = g - p sum g
            try (Sink sink = tape.sink(logits)) {
                INDArray gx = sink.array();
                Native.exec("softmax", Native.arrays(logits.value()), Native.arrays(gx), 1);
                Block sums = rowSums(tape, gradient);
                Native.multiply(gx, sums.array(gx.size(0), 1), gx);
                Native.exec("subtract", Native.arrays(gradient, gx), Native.arrays(gx));
                tape.pool().release(sums);
            }
        });
    }

    private static void subtractLogSum(float[] values, int from, int to) {
        double max = Double.NEGATIVE_INFINITY;
        for (int at = from; at < to; at++) {
            max = Math.max(max, values[at]);
        }
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += Math.exp(values[at] - max);
        }
        double logSum = max + Math.log(sum);
        for (int at = from; at < to; at++) {
            values[at] = (float) (values[at] - logSum);
        }
    }

    private static Block rowSums(Tape tape, INDArray matrix) {
        Block sums = tape.pool().take(matrix.size(0));
        Rows.sumEach(matrix, sums.array(matrix.size(0)));
        return sums;
    }
}
