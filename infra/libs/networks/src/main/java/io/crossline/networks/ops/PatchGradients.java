package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/** The way back through a convolution of few input channels, {@code y = W patches(x) + b}, as matrix products. */
final class PatchGradients {

    private PatchGradients() {}

    static Tape.Backward of(Tape tape, Variable x, Variable weights, Variable bias, int stride) {
        return (y, gradient) -> run(tape, x, weights, bias, stride, gradient);
    }

    private static void run(Tape tape, Variable x, Variable weights, Variable bias, int stride, INDArray gradient) {
        int kernel = (int) weights.size(2);
        long n = x.size(0);
        long channels = x.size(1);
        long outputs = weights.size(0);
        long height = gradient.size(2);
        long width = gradient.size(3);
        long inner = channels * kernel * kernel;
        long area = height * width;
        int padH = Convolution.padding(x.size(2), kernel, stride);
        int padW = Convolution.padding(x.size(3), kernel, stride);
        INDArray gradientRows = Views.reshaped(gradient, n, outputs, area);

        Block block = tape.pool().take(n, inner, area);
        INDArray patches = block.array(n, channels, kernel, kernel, height, width);
        INDArray patchRows = block.array(n, inner, area);
        if (weights.differentiable()) {
            Patches.gather(tape.pool(), x.value(), patches, kernel, stride, padH, padW);
            Block each = tape.pool().take(n, outputs, inner);
            ImageProducts.matmul(gradientRows, false, patchRows, true, each.array(n, outputs, inner));
            try (Sink toWeights = tape.sink(weights)) {
                Patches.sumOverImages(each.array(n, outputs, inner), toWeights.array());
            }
            tape.pool().release(each);
            Bias.gradient(tape, gradient, bias);
        }
        if (x.differentiable()) {
            Block repeated = Patches.repeat(tape.pool(), Views.reshaped(weights.value(), outputs, inner), n);
            // the patches are not needed any more: their gradient takes their place
            ImageProducts.matmul(repeated.array(n, outputs, inner), true, gradientRows, false, patchRows);
            tape.pool().release(repeated);
            try (Sink toX = tape.sink(x)) {
                Patches.scatter(patches, toX.array(), stride, padH, padW);
            }
        }
        tape.pool().release(block);
    }
}
