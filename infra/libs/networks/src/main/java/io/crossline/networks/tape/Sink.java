package io.crossline.networks.tape;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a backward step writes a gradient: straight to the variable's gradient if it is the first contribution, else to
 * scratch memory that {@link #close} adds to it, or drops where nobody wants the gradient.
 */
public final class Sink implements AutoCloseable {

    private final ArrayPool pool;
    private final Variable variable;
    private final Block scratch;
    private final INDArray array;

    Sink(ArrayPool pool, Variable variable) {
        this.pool = pool;
        this.variable = variable;
        boolean direct = variable.differentiable() && !variable.gradientWritten;
        if (direct && variable.gradient == null) {
            variable.gradientBlock = pool.take(variable.shape());
            variable.gradient = variable.gradientBlock.array(variable.shape());
        }
        this.scratch = direct ? null : pool.take(variable.shape());
        this.array = direct ? variable.gradient : scratch.array(variable.shape());
    }

    /** To be overwritten; content undefined. */
    public INDArray array() {
        return array;
    }

    @Override
    public void close() {
        if (scratch == null) {
            variable.gradientWritten = true;
            return;
        }
        if (variable.differentiable()) {
            // in place, and without a context of its own
            Nd4j.getBlasWrapper().level1().axpy(array.length(), 1, array, variable.gradient);
        }
        pool.release(scratch);
    }
}
