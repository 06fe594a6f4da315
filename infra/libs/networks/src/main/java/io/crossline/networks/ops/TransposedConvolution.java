package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

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
        long[] shape = {x.size(0), weights.size(1), x.size(2) * stride, x.size(3) * stride};
        Block block = tape.pool().take(shape);
        InputGradient.of(tape.pool(), x.value(), weights.value(), stride, block.array(shape));
        boolean differentiable = x.differentiable() || weights.differentiable();
        return tape.result(block, shape, differentiable, (y, gradient) -> {
            if (weights.differentiable()) {
                both(tape, x, weights, stride, gradient);
            } else {
                try (Sink toX = tape.sink(x)) {
                    Native.exec("conv2d", Native.arrays(gradient, weights.value()), Native.arrays(toX.array()),
                            Convolution.arguments((int) weights.size(2), stride));
                }
            }
        });
    }

    /**
     * {@code deconv2d_bp} is as fast as it can be with VALID padding only: SAME is that with the padding before the first
     * pixel, and a row and a column of zeros after the last where the total is odd.
     */
    private static void both(Tape tape, Variable x, Variable weights, int stride, INDArray gradient) {
        int kernel = (int) weights.size(2);
        int padH = Convolution.padding(gradient.size(2), kernel, stride);
        int padW = Convolution.padding(gradient.size(3), kernel, stride);
        long height = (x.size(2) - 1) * stride + kernel - 2 * padH;
        long width = (x.size(3) - 1) * stride + kernel - 2 * padW;
        Block framed = Patches.framed(tape.pool(), gradient, height, width, 0, 0);
        try (Sink toX = tape.sink(x); Sink toWeights = tape.sink(weights)) {
            Native.exec("deconv2d_bp",
                    Native.arrays(x.value(), weights.value(),
                            framed.array(gradient.size(0), gradient.size(1), height, width)),
                    Native.arrays(toX.array(), toWeights.array()), kernel, kernel, stride, stride, padH, padW, 1, 1, 0,
                    0, 1);
        }
        tape.pool().release(framed);
    }
}
