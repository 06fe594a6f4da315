package io.crossline.networks.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Views;

/**
 * The gradient of a SAME convolution's input, from that of its output, where nobody asks for the weights' gradient:
 * {@code conv2d_bp} always computes both, which is twice the work.
 */
final class InputGradient {

    /** The op takes the input's shape as an array: a few different ones, so all are kept. */
    private static final Map<List<Long>, INDArray> SHAPES = new ConcurrentHashMap<>();

    private InputGradient() {}

    /**
     * @param gradient of the output, {@code [N, O, ceil(H/stride), ceil(W/stride)]}
     * @param weights {@code [O, I, K, K]}
     * @param toInput {@code [N, I, H, W]}, overwritten
     */
    static void of(ArrayPool pool, INDArray gradient, INDArray weights, int stride, INDArray toInput) {
        int kernel = (int) weights.size(2);
        if (toInput.size(2) != toInput.size(3)) {
            withWeightsGradient(pool, gradient, weights, stride, toInput);
            return;
        }
        // as conv2d's, but for the weights' order, which is always [K, K, I, O] here
        Native.exec("deconv2d_tf",
                Native.arrays(shape(toInput), Views.permuted(weights, 2, 3, 1, 0), gradient),
                Native.arrays(toInput), kernel, kernel, stride, stride, 0, 0, 1, 1, 1, 0, 0);
    }

    /** For images that are not square, for which deconv2d_tf finds no oneDNN primitive. */
    private static void withWeightsGradient(ArrayPool pool, INDArray gradient, INDArray weights, int stride,
            INDArray toInput) {
        Block input = pool.take(toInput.shape());
        Block toWeights = pool.take(weights.shape());
        Native.zero(input.array(toInput.shape()));
        Native.exec("conv2d_bp", Native.arrays(input.array(toInput.shape()), weights, gradient),
                Native.arrays(toInput, toWeights.array(weights.shape())),
                Convolution.arguments((int) weights.size(2), stride));
        pool.release(input);
        pool.release(toWeights);
    }

    private static INDArray shape(INDArray array) {
        List<Long> sizes = Arrays.stream(array.shape()).boxed().toList();
        return SHAPES.computeIfAbsent(sizes, key -> Nd4j.createFromArray(array.shape()).detach());
    }
}
