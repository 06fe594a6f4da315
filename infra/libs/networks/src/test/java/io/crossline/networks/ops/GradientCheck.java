package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** Elements of each input that are checked. */
    private static final int SAMPLES = 20;

    /** Checks {@code operation}, weighted at random into a scalar, by some elements of all its inputs. */
    static void check(BiFunction<Tape, List<Variable>, Variable> operation, INDArray... inputs) {
        try (ArrayPool pool = new ArrayPool()) {
            INDArray weights = weights(pool, operation, inputs);
            INDArray[] gradients = gradients(pool, operation, weights, inputs);
            for (int i = 0; i < inputs.length; i++) {
                check(pool, operation, weights, inputs, i, gradients[i]);
            }
        }
    }

    private static void check(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation, INDArray weights,
            INDArray[] inputs, int which, INDArray gradient) {
        double scale = Math.max(1e-3, gradient.amaxNumber().doubleValue());
        long length = gradient.length();
        for (int sample = 0; sample < Math.min(SAMPLES, length); sample++) {
            long element = length <= SAMPLES ? sample : RANDOM.nextInt((int) length);
            double numeric = numeric(pool, operation, weights, inputs, which, element);
            assertThat(gradient.getDouble(element)).as("gradient by element %d of input %d", element, which)
                    .isCloseTo(numeric, within(TOLERANCE * scale));
        }
    }

    /** Values at least {@code gap} apart from each other and from zero, in random order. */
    static INDArray distinct(double gap, long... shape) {
        int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add((i - length / 2 + 0.5) * gap);
        }
        Collections.shuffle(values, RANDOM);
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
            return random(operation.apply(tape, variables(tape, inputs, false)).shape());
        }
    }

    private static INDArray[] gradients(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation,
            INDArray weights, INDArray[] inputs) {
        try (Tape tape = new Tape(pool)) {
            List<Variable> variables = variables(tape, inputs, true);
            tape.backward(loss(tape, operation.apply(tape, variables), weights));
            return variables.stream().map(variable -> variable.gradient().dup()).toArray(INDArray[]::new);
        }
    }

    private static double numeric(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation,
            INDArray weights, INDArray[] inputs, int which, long element) {
        double value = inputs[which].getDouble(element);
        inputs[which].putScalar(element, value + STEP);
        double above = value(pool, operation, weights, inputs);
        inputs[which].putScalar(element, value - STEP);
        double below = value(pool, operation, weights, inputs);
        inputs[which].putScalar(element, value);
        return (above - below) / (2 * STEP);
    }

    private static double value(ArrayPool pool, BiFunction<Tape, List<Variable>, Variable> operation, INDArray weights,
            INDArray[] inputs) {
        try (Tape tape = new Tape(pool)) {
            INDArray output = operation.apply(tape, variables(tape, inputs, false)).value();
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

    private static List<Variable> variables(Tape tape, INDArray[] inputs, boolean differentiable) {
        return Arrays.stream(inputs)
                .map(input -> differentiable ? tape.input(input) : tape.constant(input)).toList();
    }
}
