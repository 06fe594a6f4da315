package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Operations element by element, on one array or two of the same shape. */
public final class Elementwise {

    private Elementwise() {}

    public static Variable add(Tape tape, Variable a, Variable b) {
        return weighted(tape, a, b, 1);
    }

    public static Variable subtract(Tape tape, Variable a, Variable b) {
        return weighted(tape, a, b, -1);
    }

    private static Variable weighted(Tape tape, Variable a, Variable b, double weight) {
        Block block = tape.pool().take(a.shape());
        INDArray out = block.array(a.shape());
        Native.copy(a.value(), out);
        Native.axpy(weight, b.value(), out);
        return tape.result(block, a.shape(), a.differentiable() || b.differentiable(), (y, gradient) -> {
            copy(tape, gradient, 1, a);
            copy(tape, gradient, weight, b);
        });
    }

    private static void copy(Tape tape, INDArray gradient, double weight, Variable to) {
        if (to.differentiable()) {
            try (Sink sink = tape.sink(to)) {
                Native.scale(gradient, weight, sink.array());
            }
        }
    }

    /** {@code factor x + term}. */
    public static Variable affine(Tape tape, Variable x, double factor, double term) {
        Block block = tape.pool().take(x.shape());
        INDArray out = block.array(x.shape());
        Native.scale(x.value(), factor, out);
        if (term != 0) {
            Native.shift(out, term, out);
        }
        return tape.result(block, x.shape(), x.differentiable(), (y, gradient) -> copy(tape, gradient, factor, x));
    }

    /** {@code factor x}. */
    public static Variable scale(Tape tape, Variable x, double factor) {
        return affine(tape, x, factor, 0);
    }

    public static Variable multiply(Tape tape, Variable a, Variable b) {
        Block block = tape.pool().take(a.shape());
        Native.multiply(a.value(), b.value(), block.array(a.shape()));
        return tape.result(block, a.shape(), a.differentiable() || b.differentiable(), (y, gradient) -> {
            product(tape, gradient, b.value(), 1, a);
            product(tape, gradient, a.value(), 1, b);
        });
    }

    private static void product(Tape tape, INDArray gradient, INDArray by, double factor, Variable to) {
        if (to.differentiable()) {
            try (Sink sink = tape.sink(to)) {
                Native.multiply(gradient, by, sink.array());
                if (factor != 1) {
                    Native.scale(sink.array(), factor, sink.array());
                }
            }
        }
    }

    public static Variable square(Tape tape, Variable x) {
        Block block = tape.pool().take(x.shape());
        Native.multiply(x.value(), x.value(), block.array(x.shape()));
        return tape.result(block, x.shape(), x.differentiable(),
                (y, gradient) -> product(tape, gradient, x.value(), 2, x));
    }

    /** Absolute value; gradient 0 at 0. */
    public static Variable abs(Tape tape, Variable x) {
        Block block = tape.pool().take(x.shape());
        Nd4j.getExecutioner().exec(new Abs(x.value(), block.array(x.shape())));
        return tape.result(block, x.shape(), x.differentiable(), (y, gradient) -> {
            try (Sink sink = tape.sink(x)) {
                Nd4j.getExecutioner().exec(new Sign(x.value(), sink.array()));
                Native.multiply(sink.array(), gradient, sink.array());
            }
        });
    }

    public static Variable exp(Tape tape, Variable x) {
        Block block = tape.pool().take(x.shape());
        Nd4j.getExecutioner().exec(new Exp(x.value(), block.array(x.shape())));
        return tape.result(block, x.shape(), x.differentiable(),
                (y, gradient) -> product(tape, gradient, y.value(), 1, x));
    }

    /** Natural logarithm. */
    public static Variable log(Tape tape, Variable x) {
        Block block = tape.pool().take(x.shape());
        Nd4j.getExecutioner().exec(new Log(x.value(), block.array(x.shape())));
        return tape.result(block, x.shape(), x.differentiable(), (y, gradient) -> {
            try (Sink sink = tape.sink(x)) {
                Native.exec("divide", Native.arrays(gradient, x.value()), Native.arrays(sink.array()));
            }
        });
    }
}
