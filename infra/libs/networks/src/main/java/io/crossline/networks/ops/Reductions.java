package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Sums and means to a scalar. */
public final class Reductions {

    private static final long[] SCALAR = {1};

    private Reductions() {}

    /** Sum of all elements, {@code [1]}. */
    public static Variable sum(Tape tape, Variable x) {
        return scaledSum(tape, x, 1.0);
    }

    /** Mean of all elements, {@code [1]}. */
    public static Variable mean(Tape tape, Variable x) {
        return scaledSum(tape, x, 1.0 / x.value().length());
    }

    private static Variable scaledSum(Tape tape, Variable x, double scale) {
        Block block = tape.pool().take(SCALAR);
        Native.sumAll(x.value(), block.array(SCALAR));
        Native.scale(block.array(SCALAR), scale, block.array(SCALAR));
        return tape.result(block, SCALAR, x.differentiable(), (y, gradient) -> {
            try (Sink toX = tape.sink(x)) {
                Native.copy(gradient, toX.array());
                Native.scale(toX.array(), scale, toX.array());
            }
        });
    }

    /** Sums {@code [N, D]} over N into {@code [D]}. */
    static void sumRows(INDArray matrix, INDArray sum) {
        Native.sum(matrix, 0, sum);
    }
}
