package io.crossline.networks.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
    static void of(INDArray gradient, INDArray weights, int stride, INDArray toInput) {
        int kernel = (int) weights.size(2);
        // as conv2d's, but for the weights' order, which is always [K, K, I, O] here
        Native.exec("deconv2d_tf",
                Native.arrays(shape(toInput), Views.permuted(weights, 2, 3, 1, 0), gradient),
                Native.arrays(toInput), kernel, kernel, stride, stride, 0, 0, 1, 1, 1, 0, 0);
    }

    private static INDArray shape(INDArray array) {
        List<Long> sizes = Arrays.stream(array.shape()).boxed().toList();
        return SHAPES.computeIfAbsent(sizes, key -> Nd4j.createFromArray(array.shape()).detach());
    }
}
