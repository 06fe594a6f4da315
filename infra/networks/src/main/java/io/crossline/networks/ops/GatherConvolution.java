package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/** Convolution of few input channels: {@code y = W patches(x) + b}. */
final class GatherConvolution {

    private GatherConvolution() {}

    static Variable apply(Tape tape, Variable x, Variable weights, Variable bias, int stride) {
        int kernel = (int) weights.size(2);
        long n = x.size(0);
        long channels = x.size(1);
        long outputs = weights.size(0);
        long inner = channels * kernel * kernel;
        int padH = Convolution.padding(x.size(2), kernel, stride);
        int padW = Convolution.padding(x.size(3), kernel, stride);
        long[] shape = {n, outputs, Convolution.out(x.size(2), stride), Convolution.out(x.size(3), stride)};
        long area = shape[2] * shape[3];

        Block patches = tape.pool().take(n, inner, area);
        Patches.gather(tape.pool(), x.value(), patches.array(n, channels, kernel, kernel, shape[2], shape[3]), kernel,
                stride, padH,
                padW);
        INDArray matrix = Views.reshaped(weights.value(), outputs, inner);
        Block repeated = Patches.repeat(tape.pool(), matrix, n);
        Block block = tape.pool().take(shape);
        Native.matmul(repeated.array(n, outputs, inner), false, patches.array(n, inner, area), false,
                block.array(n, outputs, area));
        tape.pool().release(repeated);
        Bias.add(block.array(shape), bias);
        boolean differentiable = x.differentiable() || weights.differentiable();
        Variable kept = tape.scratch(patches, n, inner, area);
        if (!differentiable) {
            tape.free(kept);
        }
        return tape.result(block, shape, differentiable, (y, gradient) -> {
            INDArray gradientRows = Views.reshaped(gradient, n, outputs, area);
            if (weights.differentiable()) {
                Block each = tape.pool().take(n, outputs, inner);
                Native.matmul(gradientRows, false, kept.value(), true, each.array(n, outputs, inner));
                try (Sink toWeights = tape.sink(weights)) {
                    Patches.sumOverImages(each.array(n, outputs, inner), toWeights.array());
                }
                tape.pool().release(each);
                Bias.gradient(tape, gradient, bias);
            }
            if (x.differentiable()) {
                Block again = Patches.repeat(tape.pool(), matrix, n);
                // the patches are not needed any more: their gradient takes their place
                Native.matmul(again.array(n, outputs, inner), true, gradientRows, false, kept.value());
                tape.pool().release(again);
                try (Sink toX = tape.sink(x)) {
                    Patches.scatter(Views.reshaped(kept.value(), n, channels, kernel, kernel, shape[2], shape[3]),
                            toX.array(), stride, padH, padW);
                }
            }
            tape.free(kept);
        });
    }
}
