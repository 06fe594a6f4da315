package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/** Operations on the rows of matrices {@code [N, D]}, a row an example. */
public final class Rows {

    private Rows() {}

    /** Rows {@code from} to {@code to}, exclusive. */
    public static Variable slice(Tape tape, Variable x, long from, long to) {
        long[] shape = {to - from, x.size(1)};
        Block block = tape.pool().take(shape);
        block.array(shape).assign(part(x.value(), from, to));
        return tape.result(block, shape, x.differentiable(), (y, gradient) -> {
            try (Sink sink = tape.sink(x)) {
                Native.zero(sink.array());
                part(sink.array(), from, to).assign(gradient);
            }
        });
    }

    /** The rows of {@code a}, then those of {@code b}. */
    public static Variable concatenate(Tape tape, Variable a, Variable b) {
        long middle = a.size(0);
        long[] shape = {middle + b.size(0), a.size(1)};
        Block block = tape.pool().take(shape);
        part(block.array(shape), 0, middle).assign(a.value());
        part(block.array(shape), middle, shape[0]).assign(b.value());
        return tape.result(block, shape, a.differentiable() || b.differentiable(), (y, gradient) -> {
            copy(tape, part(gradient, 0, middle), a);
            copy(tape, part(gradient, middle, shape[0]), b);
        });
    }

    private static void copy(Tape tape, INDArray gradient, Variable to) {
        if (to.differentiable()) {
            try (Sink sink = tape.sink(to)) {
                sink.array().assign(gradient);
            }
        }
    }

    /** Each column less its mean. */
    public static Variable center(Tape tape, Variable x) {
        Block block = tape.pool().take(x.shape());
        centered(tape, x.value(), block.array(x.shape()));
        return tape.result(block, x.shape(), x.differentiable(), (y, gradient) -> {
            try (Sink sink = tape.sink(x)) {
                centered(tape, gradient, sink.array());
            }
        });
    }

    /** The mean row, {@code [1, D]}. */
    public static Variable mean(Tape tape, Variable x) {
        long[] shape = {1, x.size(1)};
        Block block = tape.pool().take(shape);
        INDArray mean = block.array(x.size(1));
        Reductions.sumRows(x.value(), mean);
        Native.scale(mean, 1.0 / x.size(0), mean);
        return tape.result(block, shape, x.differentiable(), (y, gradient) -> {
            try (Sink sink = tape.sink(x)) {
                Native.copy(gradient, sink.array());
                Native.scale(sink.array(), 1.0 / x.size(0), sink.array());
            }
        });
    }

    /** {@code x^T x}, {@code [D, D]}. */
    public static Variable gram(Tape tape, Variable x) {
        long[] shape = {x.size(1), x.size(1)};
        Block block = tape.pool().take(shape);
        Native.matmul(x.value(), true, x.value(), false, block.array(shape));
        return tape.result(block, shape, x.differentiable(), (y, gradient) -> {
            Block symmetric = tape.pool().take(shape);
            INDArray both = symmetric.array(shape);
            both.assign(Views.permuted(gradient, 1, 0));
            Native.add(both, gradient, both);
            try (Sink sink = tape.sink(x)) {
                Native.matmul(x.value(), false, both, false, sink.array());
            }
            tape.pool().release(symmetric);
        });
    }

    /** Squared Euclidean distance of each pair of rows, {@code [N, D]} to {@code [N, N]}. */
    public static Variable squaredDistances(Tape tape, Variable x) {
        long rows = x.size(0);
        long[] shape = {rows, rows};
        Block block = tape.pool().take(shape);
        INDArray distances = block.array(shape);
        Native.matmul(x.value(), false, x.value(), true, distances);
        Native.scale(distances, -2, distances);
        Block squares = tape.pool().take(x.shape());
        Block norms = tape.pool().take(rows);
        Native.multiply(x.value(), x.value(), squares.array(x.shape()));
        sumEach(squares.array(x.shape()), norms.array(rows));
        Native.exec("add", Native.arrays(distances, norms.array(rows, 1)), Native.arrays(distances));
        Native.exec("add", Native.arrays(distances, norms.array(1, rows)), Native.arrays(distances));
        // rounding leaves the distance of equal rows a little below 0
        Native.relu(distances, distances);
        tape.pool().release(squares);
        tape.pool().release(norms);
        return tape.result(block, shape, x.differentiable(), (y, gradient) -> {
            Block pairs = tape.pool().take(shape);
            Block sums = tape.pool().take(rows);
            INDArray both = pairs.array(shape);
            both.assign(Views.permuted(gradient, 1, 0));
            Native.add(both, gradient, both);
            sumEach(both, sums.array(rows));
            Native.scale(both, -2, both);
            for (long row = 0; row < rows; row++) {
                both.putScalar(row, row, both.getDouble(row, row) + 2 * sums.array(rows).getDouble(row));
            }
            try (Sink sink = tape.sink(x)) {
                Native.matmul(both, false, x.value(), false, sink.array());
            }
            tape.pool().release(pairs);
            tape.pool().release(sums);
        });
    }

    private static void centered(Tape tape, INDArray x, INDArray out) {
        Block means = tape.pool().take(x.size(1));
        INDArray mean = means.array(x.size(1));
        Reductions.sumRows(x, mean);
        Native.scale(mean, 1.0 / x.size(0), mean);
        Native.exec("subtract", Native.arrays(x, means.array(1, x.size(1))), Native.arrays(out));
        tape.pool().release(means);
    }

    /** Sums each row of {@code [N, D]} into {@code [N]}. */
    static void sumEach(INDArray matrix, INDArray sums) {
        Native.sum(matrix, 1, sums);
    }

    private static INDArray part(INDArray matrix, long from, long to) {
        return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
    }
}
