package io.crossline.networks;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.ParameterSet;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) on the parameters of one network. Native.
 */
public final class Adam implements AutoCloseable {

    public static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;

    private static final CustomOp UPDATER = DynamicCustomOp.builder("adam_updater").build();

    private final ParameterSet parameters;
    private final double beta1;
    private final INDArray firstMoment;
    private final INDArray secondMoment;
    /** Used again at each step: a new one would hold native memory until the garbage collector has found it. */
    private final OpContext context = Nd4j.getExecutioner().buildContext();
    private int steps;

    /** @param beta1 decay of the first moment */
    public Adam(ParameterSet parameters, double beta1) {
        this.parameters = parameters;
        this.beta1 = beta1;
        this.firstMoment = zeros(parameters);
        this.secondMoment = zeros(parameters);
        context.shapeFunctionOverride(true);
    }

    /** Moves the parameters against their gradients, and forgets the gradients. */
    public void step(double learningRate) {
        step(learningRate, 0);
    }

    /**
     * As {@link #step(double)}, after making every trained parameter smaller by {@code learningRate weightDecay} of itself (Loshchilov
     * and Hutter 2019, algorithm 2).
     */
    public void step(double learningRate, double weightDecay) {
        if (weightDecay > 0) {
            parameters.parameters().stream().filter(ParameterSet.Parameter::trained)
                    .forEach(parameter -> parameter.value().muli(1 - learningRate * weightDecay));
        }
        INDArray gradients = parameters.gradients();
        // the native op adds epsilon to the root of the biased moment, the paper to that of the corrected one
        double epsilon = EPSILON * Math.sqrt(1 - Math.pow(BETA2, steps + 1.0));
        context.setInputArrays(gradients, secondMoment, firstMoment);
        context.setOutputArrays(gradients, secondMoment, firstMoment);
        context.setTArguments(learningRate, beta1, BETA2, epsilon);
        context.setIArguments(steps);
        Nd4j.getExecutioner().exec(UPDATER, context);
        context.purge();
        Nd4j.getBlasWrapper().level1().axpy(gradients.length(), -1, gradients, parameters.values());
        parameters.clearGradients();
        steps++;
    }

    /** Steps done so far. */
    public int steps() {
        return steps;
    }

    /** Continues after {@code steps} steps; the moments are set through {@link #firstMoment} and {@link #secondMoment}. */
    public void resume(int steps) {
        this.steps = steps;
    }

    /** Running mean of the gradient, {@code [P]}: live. */
    public INDArray firstMoment() {
        return firstMoment;
    }

    /** Running mean of the squared gradient, {@code [P]}: live. */
    public INDArray secondMoment() {
        return secondMoment;
    }

    @Override
    public void close() {
        firstMoment.close();
        secondMoment.close();
    }

    private static INDArray zeros(ParameterSet parameters) {
        INDArray moment = Nd4j.createUninitializedDetached(DataType.FLOAT, parameters.values().length());
        moment.assign(0);
        return moment;
    }
}
