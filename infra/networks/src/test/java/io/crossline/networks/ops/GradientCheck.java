package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Compares gradients with central finite differences. */
final class GradientCheck {

    private static final double STEP = 1e-2;
    private static final double TOLERANCE = 4e-3;
    private static final Random RANDOM = new Random(5);

    private GradientCheck() {}

    /** Checks {@code operation}, weighted at random into a scalar, by all elements of all its inputs. */
    static void check(BiFunction<Tape, List<Variable>, Variable> operation, INDArray... inputs) {
        try (ArrayPool pool = new ArrayPool()) {
            INDArray weights = weights(pool, operation, inputs);
            INDArray[] gradients = gradients(pool, operation, weights, inputs);
            for (int i = 0; i < inputs.length; i++) {
                INDArray numeric = numeric(pool, operation, weights, inputs, i);
                double scale = Math.max(1e-3, numeric.amaxNumber().doubleValue());
                assertThat(gradients[i].sub(numeric).amaxNumber().doubleValue() / scale)
                        .as("input %d: relative difference of %s from %s", i, gradients[i], numeric)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    /** Values at least {@code gap} apart from each other and from zero, in random order. */
    static INDArray distinct(double gap, long... shape) {
        int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        List<Double> values = new java.util.ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add((i - length / 2 + 0.5) * gap);
        }
        java.util.Collections.shuffle(values, RANDOM);
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return Nd4j.create(floats, shape, 'c');
    }

    static INDArray random(long... shape) {
        float[] floats = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) RANDOM.nextGaussian();
        }
        return Nd4j.create(floats, shape, 'c');
    }

    static INDArray positive(long... shape) {
        INDArray values = random(shape);
        return values.mul(values).add(0.5);
    }

    private static INDArray weights(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation,
            INDArray[] inputs) {
        try (Tape tape = new Tape(pool)) {
            return random(operation.apply(tape, copies(tape, inputs, false)).shape());
        }
    }

    private static INDArray[] gradients(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation,
            INDArray weights, INDArray[] inputs) {
        try (Tape tape = new Tape(pool)) {
            List<Variable> variables = copies(tape, inputs, true);
            tape.backward(loss(tape, operation.apply(tape, variables), weights));
            return variables.stream().map(variable -> variable.gradient().dup()).toArray(INDArray[]::new);
        }
    }

    private static INDArray numeric(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation,
            INDArray weights, INDArray[] inputs, int which) {
        INDArray gradient = Nd4j.create(inputs[which].shape());
        for (long i = 0; i < gradient.length(); i++) {
            double value = inputs[which].getDouble(i);
            inputs[which].putScalar(i, value + STEP);
            double above = value(pool, operation, weights, inputs);
            inputs[which].putScalar(i, value - STEP);
            double below = value(pool, operation, weights, inputs);
            inputs[which].putScalar(i, value);
            gradient.putScalar(i, (above - below) / (2 * STEP));
        }
        return gradient;
    }

    private static double value(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation, INDArray weights,
            INDArray[] inputs) {
        try (Tape tape = new Tape(pool)) {
            INDArray output = operation.apply(tape, copies(tape, inputs, false)).value();
            double sum = 0;
            for (long i = 0; i < output.length(); i++) {
                sum += output.getDouble(i) * weights.getDouble(i);
            }
            return sum;
        }
    }

    private static Variable loss(Tape tape, Variable output, INDArray weights) {
        return Reductions.sum(tape, Elementwise.multiply(tape, output, tape.constant(weights)));
    }

    /** In memory of the tape, for operations that overwrite their input. */
    private static List<Variable> copies(Tape tape, INDArray[] inputs, boolean differentiable) {
        return Arrays.stream(inputs)
                .map(input -> differentiable ? tape.input(input) : tape.constant(input)).toList();
    }
}
