package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Convolution with SAME padding: {@code [N, I, H, W]} and weights {@code [O, I, K, K]} to
 * {@code [N, O, ceil(H/stride), ceil(W/stride)]}. Where the total padding is odd, the extra row and column are at the end.
 *
 * <p>
 * oneDNN does the work, but for the gradients of one or three channels in, and for one or three channels out: there it computes
 * mostly padding, and a matrix product over patches is several times faster (see {@link Patches}).
 */
public final class Convolution {

    private Convolution() {}

    /** @param bias {@code [O]}, or null for none */
    public static Variable apply(Tape tape, Variable x, Variable weights, Variable bias, int stride) {
        int kernel = (int) weights.size(2);
        long outputs = weights.size(0);
        long inputs = weights.size(1);
        long height = out(x.size(2), stride);
        long width = out(x.size(3), stride);
        long patchFloats = x.size(0) * kernel * kernel * height * width;
        if (outputs <= 3 && stride == 1 && inputs > 3 && Patches.worthIt(patchFloats * outputs)) {
            return ScatterConvolution.convolution(tape, x, weights, bias);
        }
        long[] shape = {x.size(0), outputs, height, width};
        int[] arguments = arguments(kernel, stride);
        Block block = tape.pool().take(shape);
        Native.exec("conv2d", arrays(x.value(), weights.value(), bias), Native.arrays(block.array(shape)), arguments);
        boolean differentiable = x.differentiable() || weights.differentiable();
        return tape.result(block, shape, differentiable, inputs <= 3 && Patches.worthIt(patchFloats * inputs)
                ? PatchGradients.of(tape, x, weights, bias, stride)
                : gradients(tape, x, weights, bias, stride));
    }

    private static Tape.Backward gradients(Tape tape, Variable x, Variable weights, Variable bias, int stride) {
        int[] arguments = arguments((int) weights.size(2), stride);
        return (y, gradient) -> {
            if (!weights.differentiable()) {
                try (Sink toX = tape.sink(x)) {
                    InputGradient.of(tape.pool(), gradient, weights.value(), stride, toX.array());
                }
                return;
            }
            try (Sink toX = tape.sink(x); Sink toWeights = tape.sink(weights)) {
                if (bias == null) {
                    Native.exec("conv2d_bp", Native.arrays(x.value(), weights.value(), gradient),
                            Native.arrays(toX.array(), toWeights.array()), arguments);
                } else {
                    try (Sink toBias = tape.sink(bias)) {
                        Native.exec("conv2d_bp", Native.arrays(x.value(), weights.value(), bias.value(), gradient),
                                Native.arrays(toX.array(), toWeights.array(), toBias.array()), arguments);
                    }
                }
            }
        };
    }

    private static INDArray[] arrays(INDArray x, INDArray weights, Variable bias) {
        return bias == null ? Native.arrays(x, weights) : Native.arrays(x, weights, bias.value());
    }

    /** Size after a SAME convolution. */
    static long out(long size, int stride) {
        return (size + stride - 1) / stride;
    }

    /** Rows of padding before the first: half of the total, rounded down. */
    static int padding(long size, int kernel, int stride) {
        long total = Math.max(0, (out(size, stride) - 1) * stride + kernel - size);
        return (int) (total / 2);
    }

    /** Arguments of conv2d: kernel, stride, padding (found by it), dilation, SAME, NCHW, OIHW. */
    static int[] arguments(int kernel, int stride) {
        return new int[]{kernel, kernel, stride, stride, 0, 0, 1, 1, 1, 0, 1};
    }
}
