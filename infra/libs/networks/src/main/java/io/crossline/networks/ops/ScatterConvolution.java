package io.crossline.networks.ops;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/**
 * Operations of the form {@code y = scatter(A x) + b}: every input pixel is multiplied by a matrix and lands as a patch of
 * the output. A transposed convolution is one; so is a convolution of stride 1, with its kernel turned by 180 degrees,
 * which pays for few output channels.
 */
final class ScatterConvolution {

    private ScatterConvolution() {}

    /** SAME convolution of stride 1 with weights {@code [O, I, K, K]}. */
    static Variable convolution(Tape tape, Variable x, Variable weights, Variable bias) {
        int kernel = (int) weights.size(2);
        int padH = kernel - 1 - Convolution.padding(x.size(2), kernel, 1);
        int padW = kernel - 1 - Convolution.padding(x.size(3), kernel, 1);
        long[] shape = {x.size(0), weights.size(0), x.size(2), x.size(3)};
        return apply(tape, x, weights, bias, Turned.INSTANCE, new Geometry(kernel, 1, padH, padW, shape));
    }

    /** Transposed SAME convolution with weights {@code [I, O, K, K]}: each side becomes {@code stride} times as long. */
    static Variable transposed(Tape tape, Variable x, Variable weights, Variable bias, int stride) {
        int kernel = (int) weights.size(2);
        long[] shape = {x.size(0), weights.size(1), x.size(2) * stride, x.size(3) * stride};
        int padH = Convolution.padding(shape[2], kernel, stride);
        int padW = Convolution.padding(shape[3], kernel, stride);
        return apply(tape, x, weights, bias, Transposed.INSTANCE, new Geometry(kernel, stride, padH, padW, shape));
    }

    private record Geometry(int kernel, int stride, int padH, int padW, long[] shape) {}

    /** How the matrix {@code [O*K*K, I]} lies in the weights. */
    private interface Layout {
        /** Writes the matrix. */
        void matrix(ArrayPool pool, INDArray weights, INDArray matrix);

        /** Writes the weights' gradient, from that of the matrix. */
        void weights(ArrayPool pool, INDArray matrix, INDArray weights);
    }

    /**
     * The kernel's places in reverse order. As a product with the exchange matrix, which is exact: the native op
     * {@code reverse} loses memory at each call.
     */
    private enum Turned implements Layout {
        INSTANCE;

        private static final Map<Long, INDArray> EXCHANGES = new ConcurrentHashMap<>();

        @Override
        public void matrix(ArrayPool pool, INDArray weights, INDArray matrix) {
            long[] s = weights.shape();
            long places = s[2] * s[3];
            Block block = pool.take(s);
            INDArray turned = block.array(s[0] * s[1], places);
            Native.matmul(Views.reshaped(weights, s[0] * s[1], places), false, exchange(places), false, turned);
            Views.reshaped(matrix, s[0], places, s[1])
                    .assign(Views.permuted(block.array(s[0], s[1], places), 0, 2, 1));
            pool.release(block);
        }

        @Override
        public void weights(ArrayPool pool, INDArray matrix, INDArray weights) {
            long[] s = weights.shape();
            long places = s[2] * s[3];
            Block block = pool.take(s);
            block.array(s[0], s[1], places)
                    .assign(Views.permuted(Views.reshaped(matrix, s[0], places, s[1]), 0, 2, 1));
            Native.matmul(block.array(s[0] * s[1], places), false, exchange(places), false,
                    Views.reshaped(weights, s[0] * s[1], places));
            pool.release(block);
        }

        /** Ones where row and column add up to {@code size - 1}. */
        private static INDArray exchange(long size) {
            return EXCHANGES.computeIfAbsent(size, key -> {
                float[] values = new float[Math.toIntExact(size * size)];
                for (int i = 0; i < size; i++) {
                    values[(int) (i * size + size - 1 - i)] = 1;
                }
                INDArray exchange = Nd4j.createUninitializedDetached(DataType.FLOAT, size, size);
                Floats.write(values, exchange);
                return exchange;
            });
        }
    }

    private enum Transposed implements Layout {
        INSTANCE;

        @Override
        public void matrix(ArrayPool pool, INDArray weights, INDArray matrix) {
            long[] s = weights.shape();
            matrix.assign(Views.permuted(Views.reshaped(weights, s[0], s[1] * s[2] * s[3]), 1, 0));
        }

        @Override
        public void weights(ArrayPool pool, INDArray matrix, INDArray weights) {
            long[] s = weights.shape();
            Views.reshaped(weights, s[0], s[1] * s[2] * s[3]).assign(Views.permuted(matrix, 1, 0));
        }
    }

    private static Variable apply(Tape tape, Variable x, Variable weights, Variable bias, Layout layout, Geometry g) {
        long n = x.size(0);
        long inputs = x.size(1);
        long area = x.size(2) * x.size(3);
        long outputs = g.shape()[1];
        long inner = outputs * g.kernel() * g.kernel();

        Block patches = tape.pool().take(n, inner, area);
        Block repeated = repeatedMatrix(tape, weights.value(), layout, n, inner, inputs);
        ImageProducts.matmul(repeated.array(n, inner, inputs), false, Views.reshaped(x.value(), n, inputs, area), false,
                patches.array(n, inner, area));
        tape.pool().release(repeated);
        Block block = tape.pool().take(g.shape());
        Patches.scatter(patches.array(n, outputs, g.kernel(), g.kernel(), x.size(2), x.size(3)),
                block.array(g.shape()), g.stride(), g.padH(), g.padW());
        tape.pool().release(patches);
        Bias.add(block.array(g.shape()), bias);
        boolean differentiable = x.differentiable() || weights.differentiable();
        return tape.result(block, g.shape(), differentiable, (y, gradient) -> {
            Block gathered = tape.pool().take(n, inner, area);
            INDArray patchGradient = gathered.array(n, inner, area);
            Patches.gather(tape.pool(), gradient,
                    gathered.array(n, outputs, g.kernel(), g.kernel(), x.size(2), x.size(3)),
                    g.kernel(), g.stride(), g.padH(), g.padW());
            if (weights.differentiable()) {
                Block each = tape.pool().take(n, inner, inputs);
                ImageProducts.matmul(patchGradient, false, Views.reshaped(x.value(), n, inputs, area), true,
                        each.array(n, inner, inputs));
                Block sum = tape.pool().take(inner, inputs);
                Patches.sumOverImages(each.array(n, inner, inputs), sum.array(inner, inputs));
                try (Sink toWeights = tape.sink(weights)) {
                    layout.weights(tape.pool(), sum.array(inner, inputs), toWeights.array());
                }
                tape.pool().release(sum);
                tape.pool().release(each);
                Bias.gradient(tape, gradient, bias);
            }
            if (x.differentiable()) {
                Block again = repeatedMatrix(tape, weights.value(), layout, n, inner, inputs);
                try (Sink toX = tape.sink(x)) {
                    ImageProducts.matmul(again.array(n, inner, inputs), true, patchGradient, false,
                            Views.reshaped(toX.array(), n, inputs, area));
                }
                tape.pool().release(again);
            }
            tape.pool().release(gathered);
        });
    }

    private static Block repeatedMatrix(Tape tape, INDArray weights, Layout layout, long n, long inner, long inputs) {
        Block matrix = tape.pool().take(inner, inputs);
        layout.matrix(tape.pool(), weights, matrix.array(inner, inputs));
        Block repeated = Patches.repeat(tape.pool(), matrix.array(inner, inputs), n);
        tape.pool().release(matrix);
        return repeated;
    }
}
