package io.crossline.networks.tape;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A value on a tape: floats of any shape in C order, with its gradient during a backward pass. */
public final class Variable {

    private INDArray value;
    /** Pool memory of the value, or null where somebody else owns it. */
    Block block;
    INDArray gradient;
    /** Pool memory of the gradient, or null where somebody else owns it. */
    Block gradientBlock;
    /** False while {@link #gradient} holds no contribution of this backward pass. */
    boolean gradientWritten;
    boolean kept;
    private final boolean differentiable;
    private final long[] shape;

    Variable(INDArray value, Block block, boolean differentiable) {
        this.value = value;
        this.block = block;
        this.differentiable = differentiable;
        this.shape = value.shape();
    }

    /** A leaf over memory of the caller, whose gradient goes to memory of the caller. */
    static Variable leaf(INDArray value, INDArray gradient) {
        Variable leaf = new Variable(value, null, true);
        leaf.gradient = gradient;
        return leaf;
    }

    public INDArray value() {
        if (value == null) {
            throw new IllegalStateException("The value is gone: its last reader was done, and it was not kept");
        }
        return value;
    }

    public long[] shape() {
        return shape;
    }

    /** Size along a dimension. */
    public long size(int dimension) {
        return shape[dimension];
    }

    /** The value of a scalar. */
    public double scalar() {
        if (value().length() != 1) {
            throw new IllegalStateException("A " + value().shapeInfoToString() + " is no scalar");
        }
        return value().getDouble(0);
    }

    public boolean differentiable() {
        return differentiable;
    }

    /** Keeps the value after the backward pass, until the tape is closed. */
    public Variable keep() {
        kept = true;
        return this;
    }

    /** The gradient that {@link Tape#backward} found for a {@link Tape#input}. */
    public INDArray gradient() {
        if (!gradientWritten) {
            throw new IllegalStateException("No gradient has reached this variable");
        }
        return gradient;
    }

    /** Whether the value's memory may be overwritten once its backward step runs. */
    public boolean disposable() {
        return block != null && !kept;
    }

    void forgetValue() {
        value = null;
        block = null;
    }
}
