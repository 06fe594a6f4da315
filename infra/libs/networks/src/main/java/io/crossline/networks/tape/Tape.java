package io.crossline.networks.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Records operations and differentiates a loss with respect to the parameters chosen when the tape was made. Parameters
 * not chosen are constants: gradients pass through their network to its input, but none is computed for them.
 *
 * <p>
 * A backward pass gives every value's and gradient's memory back as soon as its last reader is done.
 */
public final class Tape implements AutoCloseable {

    /** Computes the gradients of an operation's inputs from that of its output. */
    @FunctionalInterface
    public interface Backward {
        void run(Variable output, INDArray outputGradient);
    }

    private record Node(Variable output, Backward backward) {}

    private final ArrayPool pool;
    private final Set<ParameterSet> trained = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Variable> live = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param trained parameters to find gradients for; none makes a tape that records nothing but for {@link #input} */
    public Tape(ArrayPool pool, ParameterSet... trained) {
        this.pool = pool;
        for (ParameterSet parameters : trained) {
            this.trained.add(parameters);
        }
    }

    public ArrayPool pool() {
        return pool;
    }

    /** A value that nothing is differentiated by. The array stays the caller's and must not change while in use. */
    public Variable constant(INDArray value) {
        return new Variable(value, null, false);
    }

    /** A value to find the gradient of. The array stays the caller's. */
    public Variable input(INDArray value) {
        Variable input = new Variable(value, null, true);
        input.kept = true;
        live.add(input);
        return input;
    }

    /** A parameter: differentiable if its set is among those this tape trains. */
    public Variable parameter(ParameterSet set, ParameterSet.Parameter parameter) {
        return trained.contains(set) ? parameter.variable() : constant(parameter.value());
    }

    /** The same value as a constant: gradients stop here. */
    public Variable detach(Variable variable) {
        return constant(variable.value());
    }

    /** Result of an operation, in memory from the pool that the tape gives back. */
    public Variable result(Block block, long[] shape, boolean differentiable, Backward backward) {
        Variable output = new Variable(block.array(shape), block, differentiable);
        live.add(output);
        if (differentiable) {
            nodes.add(new Node(output, backward));
        }
        return output;
    }

    /** Memory that an operation keeps for its backward step, which frees it; at the latest the tape does. */
    public Variable scratch(Block block, long... shape) {
        return result(block, shape, false, null);
    }

    /** Result of an operation that changed {@code input} in place: takes its memory over. */
    public Variable resultInPlace(Variable input, long[] shape, Backward backward) {
        Block block = input.block;
        live.remove(input);
        Variable output = new Variable(block.array(shape), block, input.differentiable());
        live.add(output);
        input.forgetValue();
        if (input.differentiable()) {
            nodes.add(new Node(output, backward));
        }
        return output;
    }

    /** Where to write the gradient of {@code variable}. */
    public Sink sink(Variable variable) {
        return new Sink(pool, variable);
    }

    /**
     * Makes the output's gradient array the input's gradient, after the backward step has turned it into that in place.
     * Saves a copy; the shapes have the same length.
     */
    public void handOver(Variable output, Variable input) {
        if (input.differentiable() && !input.gradientWritten && input.gradient == null
                && output.gradientBlock != null) {
            input.gradientBlock = output.gradientBlock;
            input.gradient = input.gradientBlock.array(input.shape());
            input.gradientWritten = true;
            output.gradientBlock = null;
            output.gradient = null;
            live.add(input);
            return;
        }
        try (Sink sink = sink(input)) {
            sink.array().assign(Views.reshaped(output.gradient, input.shape()));
        }
    }

    /** Gives back the memory of a value that nobody reads any more. Does nothing where it is not the tape's. */
    public void free(Variable variable) {
        if (variable.block != null && !variable.kept) {
            pool.release(variable.block);
            variable.forgetValue();
        }
        if (variable.gradientBlock != null && !variable.kept) {
            pool.release(variable.gradientBlock);
            variable.gradientBlock = null;
            variable.gradient = null;
        }
        if (!variable.kept) {
            live.remove(variable);
        }
    }

    /**
     * Finds the gradient of {@code loss} for every parameter chosen and every {@link #input}, adding to what earlier
     * passes left in the parameters' gradients.
     *
     * @param loss a scalar
     */
    public void backward(Variable loss) {
        loss.scalar();
        if (!loss.differentiable()) {
            throw new IllegalStateException("The loss depends on no parameter that this tape trains");
        }
        try (Sink seed = sink(loss)) {
            Floats.write(new float[]{1}, seed.array());
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.remove(i);
            if (node.output().gradientWritten) {
                node.backward().run(node.output(), node.output().gradient);
            }
            free(node.output());
        }
    }

    /** Gives all memory back. Variables of this tape are of no use afterwards. */
    @Override
    public void close() {
        nodes.clear();
        for (Variable variable : List.copyOf(live)) {
            variable.kept = false;
            free(variable);
        }
    }
}
