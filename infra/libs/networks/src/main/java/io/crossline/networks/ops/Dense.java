package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/** Fully connected layer: {@code y = x W^T + b}. */
public final class Dense {

    private Dense() {}

    /**
     * @param x {@code [N, I]}, or images that are flattened to it
     * @param weights {@code [O, I]}
     * @param bias {@code [O]}
     */
    public static Variable apply(Tape tape, Variable x, Variable weights, Variable bias) {
        long n = x.size(0);
        long inputs = weights.size(1);
        long[] shape = {n, weights.size(0)};
        INDArray rows = Views.reshaped(x.value(), n, inputs);
        Block block = tape.pool().take(shape);
        INDArray out = block.array(shape);
        Native.matmul(rows, false, weights.value(), true, out);
        Native.add(out, Views.reshaped(bias.value(), 1, shape[1]), out);
        return tape.result(block, shape, x.differentiable() || weights.differentiable(), (y, gradient) -> {
            if (weights.differentiable()) {
                try (Sink toWeights = tape.sink(weights); Sink toBias = tape.sink(bias)) {
                    Native.matmul(gradient, true, rows, false, toWeights.array());
                    Reductions.sumRows(gradient, toBias.array());
                }
            }
            if (x.differentiable()) {
                try (Sink toX = tape.sink(x)) {
                    Native.matmul(gradient, false, weights.value(), false, Views.reshaped(toX.array(), n, inputs));
                }
            }
        });
    }
}
