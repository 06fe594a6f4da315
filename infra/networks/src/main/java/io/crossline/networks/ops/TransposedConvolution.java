package io.crossline.networks.ops;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Transposed convolution with SAME padding: {@code [N, I, H, W]} and weights {@code [I, O, K, K]} to
 * {@code [N, O, stride H, stride W]}. Computed as what it is, the adjoint of a strided convolution from O to I channels:
 * its forward is that one's input gradient, its input gradient that one's forward.
 */
public final class TransposedConvolution {

    private TransposedConvolution() {}

    public static Variable apply(Tape tape, Variable x, Variable weights, int stride) {
        int kernel = (int) weights.size(2);
        long[] shape = {x.size(0), weights.size(1), x.size(2) * stride, x.size(3) * stride};
        int[] arguments = Convolution.arguments(kernel, stride);
        Block block = tape.pool().take(shape);
        InputGradient.of(x.value(), weights.value(), stride, block.array(shape));
        boolean differentiable = x.differentiable() || weights.differentiable();
        return tape.result(block, shape, differentiable, (y, gradient) -> {
            if (x.differentiable()) {
                try (Sink toX = tape.sink(x)) {
                    Native.exec("conv2d", Native.arrays(gradient, weights.value()), Native.arrays(toX.array()),
                            arguments);
                }
            }
            if (weights.differentiable()) {
                Block unusedGradient = tape.pool().take(shape);
                try (Sink toWeights = tape.sink(weights)) {
                    Native.exec("conv2d_bp", Native.arrays(gradient, weights.value(), x.value()),
                            Native.arrays(unusedGradient.array(shape), toWeights.array()), arguments);
                }
                tape.pool().release(unusedGradient);
            }
        });
    }
}
