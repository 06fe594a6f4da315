package io.crossline.networks.ops;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.Views;

/** Calls of ND4J's native ops into arrays that exist already. */
final class Native {

    private static final long[] NO_INTEGERS = {};
    private static final double[] NO_NUMBERS = {};
    private static final boolean[] NO_FLAGS = {};
    private static final Map<String, CustomOp> OPS = new ConcurrentHashMap<>();
    /** The factors and terms that losses and layers are made of: few, so all are kept. */
    private static final Map<Double, INDArray> SCALARS = new ConcurrentHashMap<>();
    /** A new one for each call would hold native memory until the garbage collector has found it. */
    private static final ThreadLocal<Step> STEP = new ThreadLocal<>();

    private Native() {}

    static INDArray[] arrays(INDArray... arrays) {
        return arrays;
    }

    static void exec(String op, INDArray[] inputs, INDArray[] outputs, int... integers) {
        exec(op, inputs, outputs, Arrays.stream(integers).asLongStream().toArray(), NO_NUMBERS, NO_FLAGS);
    }

    static void exec(String op, INDArray[] inputs, INDArray[] outputs, long[] integers, double[] numbers,
            boolean[] flags) {
        OpContext context = OpContexts.of(op, integers, numbers, flags);
        try {
            context.setInputArrays(inputs);
            context.setOutputArrays(outputs);
            Nd4j.getExecutioner().exec(OPS.computeIfAbsent(op, name -> DynamicCustomOp.builder(name).build()), context);
        } finally {
            context.purge();
        }
    }

    /** Sums {@code matrix [R, C]} over one dimension into {@code sums}. */
    static void sum(INDArray matrix, int dimension, INDArray sums) {
        exec("reduce_sum", arrays(matrix), arrays(sums), dimension);
    }

    static void zero(INDArray array) {
        exec("zeros_as", arrays(array), arrays(array));
    }

    /** {@code out = a b} over the last two dimensions, either transposed on demand. */
    static void matmul(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
        exec("matmul", arrays(a, b), arrays(out), transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
    }

    /** {@code out = a * b}, with b's dimensions of size 1 repeated. */
    static void multiply(INDArray a, INDArray b, INDArray out) {
        exec("multiply", arrays(a, b), arrays(out));
    }

    /** {@code out = a + b}, with b's dimensions of size 1 repeated. */
    static void add(INDArray a, INDArray b, INDArray out) {
        exec("add", arrays(a, b), arrays(out));
    }

    /** {@code out = factor x}. */
    static void scale(INDArray x, double factor, INDArray out) {
        multiply(x, scalar(factor), out);
    }

    /** {@code out = x + term} in every element. */
    static void shift(INDArray x, double term, INDArray out) {
        add(x, scalar(term), out);
    }

    static void copy(INDArray from, INDArray to) {
        exec("assign", arrays(to, from), arrays(to));
    }

    /** Sum of all elements into {@code sum [1]}. */
    static void sumAll(INDArray x, INDArray sum) {
        sum(Views.reshaped(x, 1, x.length()), 1, sum);
    }

    private static INDArray scalar(double value) {
        return SCALARS.computeIfAbsent(value, key -> Nd4j.createUninitializedDetached(DataType.FLOAT, 1).assign(key));
    }

    /** {@code y += factor x}. */
    static void axpy(double factor, INDArray x, INDArray y) {
        Nd4j.getBlasWrapper().level1().axpy(x.length(), factor, x, y);
    }

    /** Adds {@code [C]} to every pixel of {@code [N, C, H, W]} in place. */
    static void addToChannels(INDArray images, INDArray terms) {
        exec("biasadd", arrays(images, terms), arrays(images), NO_INTEGERS, NO_NUMBERS, new boolean[]{true});
    }

    static void relu(INDArray x, INDArray out) {
        exec("relu", arrays(x), arrays(out), NO_INTEGERS, new double[]{0.0}, NO_FLAGS);
    }

    /** {@code out = 1 where x > 0, else 0}. */
    static void step(INDArray x, INDArray out) {
        Step step = STEP.get();
        if (step == null) {
            step = new Step(x, out, 0.0);
            STEP.set(step);
        } else {
            step.setX(x);
            step.setZ(out);
        }
        Nd4j.getExecutioner().exec(step);
    }

    /** {@code out = max(a, b)}. */
    static void maximum(INDArray a, INDArray b, INDArray out) {
        exec("maximum", arrays(a, b), arrays(out));
    }

    static void tanh(INDArray x, INDArray out) {
        exec("tanh", arrays(x), arrays(out));
    }
}
