package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Activations that overwrite their input: for use where nobody else reads it and its producer's gradient does not need
 * it. Any shape.
 */
public final class Activations {

    private Activations() {}

    /** {@code max(x, 0)}. */
    public static Variable relu(Tape tape, Variable x) {
        Native.relu(x.value(), x.value());
        return tape.resultInPlace(x, x.shape(), (y, gradient) -> {
            Block scratch = y.disposable() ? null : tape.pool().take(y.shape());
            INDArray mask = scratch == null ? y.value() : scratch.array(y.shape());
            Native.step(y.value(), mask);
            gradient.muli(mask);
            release(tape, scratch);
            tape.handOver(y, x);
        });
    }

    /**
     * {@code x where x > 0, else slope x}. As {@code slope x + (1 - slope) max(x, 0)}, for the native op is forty times
     * slower.
     */
    public static Variable leakyRelu(Tape tape, Variable x, double slope) {
        Block positive = tape.pool().take(x.shape());
        INDArray part = positive.array(x.shape());
        Native.relu(x.value(), part);
        x.value().muli(slope);
        Native.axpy(1 - slope, part, x.value());
        tape.pool().release(positive);
        return tape.resultInPlace(x, x.shape(), (y, gradient) -> {
            Block scratch = y.disposable() ? null : tape.pool().take(y.shape());
            INDArray factor = scratch == null ? y.value() : scratch.array(y.shape());
            Native.step(y.value(), factor);
            factor.muli(1 - slope).addi(slope);
            gradient.muli(factor);
            release(tape, scratch);
            tape.handOver(y, x);
        });
    }

    /** Hyperbolic tangent. */
    public static Variable tanh(Tape tape, Variable x) {
        Native.tanh(x.value(), x.value());
        return tape.resultInPlace(x, x.shape(), (y, gradient) -> {
            Block scratch = tape.pool().take(y.shape());
            INDArray derivative = scratch.array(y.shape());
            Native.multiply(y.value(), y.value(), derivative);
            derivative.rsubi(1.0);
            gradient.muli(derivative);
            tape.pool().release(scratch);
            tape.handOver(y, x);
        });
    }

    private static void release(Tape tape, Block scratch) {
        if (scratch != null) {
            tape.pool().release(scratch);
        }
    }
}
