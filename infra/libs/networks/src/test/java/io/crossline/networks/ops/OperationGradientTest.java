package io.crossline.networks.ops;

import static io.crossline.networks.ops.GradientCheck.check;
import static io.crossline.networks.ops.GradientCheck.distinct;
import static io.crossline.networks.ops.GradientCheck.positive;
import static io.crossline.networks.ops.GradientCheck.random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.Variable;

/** Every operation's gradient against finite differences. */
class OperationGradientTest {

    @ParameterizedTest
    @CsvSource({"1, 5, 3, 1", "1, 4, 4, 2", "3, 4, 3, 2", "5, 1, 3, 1", "5, 1, 4, 1", "5, 3, 7, 1", "4, 5, 3, 1",
            "4, 5, 4, 1", "4, 5, 3, 2", "4, 5, 4, 2"})
    void convolution(int inputs, int outputs, int kernel, int stride) {
        check((tape, in) -> Convolution.apply(tape, in.get(0), in.get(1), in.get(2), stride),
                random(2, inputs, 6, 6), random(outputs, inputs, kernel, kernel), random(outputs));
    }

    @Test
    void convolutionWithoutBias() {
        check((tape, in) -> Convolution.apply(tape, in.get(0), in.get(1), null, 1), random(2, 4, 5, 5),
                random(5, 4, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "4, 1", "3, 2", "4, 2"})
    void convolutionWithWeightsThatAreNotTrained(int kernel, int stride) {
        INDArray weights = random(5, 4, kernel, kernel);

        check((tape, in) -> Convolution.apply(tape, in.get(0), tape.constant(weights), null, stride),
                random(2, 4, 6, 6));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 2"})
    void transposedConvolution(int kernel, int side) {
        check((tape, in) -> TransposedConvolution.apply(tape, in.get(0), in.get(1), 2), random(2, 4, side, side),
                random(4, 3, kernel, kernel));
    }

    @Test
    void convolutionsOfImagesThatAreNotSquare() {
        INDArray weights = random(4, 3, 3, 3);

        check((tape, in) -> TransposedConvolution.apply(tape, in.get(0), in.get(1), 2), random(2, 4, 3, 5),
                random(4, 3, 3, 3));
        check((tape, in) -> Convolution.apply(tape, in.get(0), tape.constant(weights), null, 2), random(2, 3, 4, 6));
    }

    @Test
    void transposedConvolutionWithWeightsThatAreNotTrained() {
        INDArray weights = random(4, 3, 3, 3);

        check((tape, in) -> TransposedConvolution.apply(tape, in.get(0), tape.constant(weights), 2),
                random(2, 4, 3, 3));
    }

    @Test
    void batchNormalizationOfTheBatch() {
        INDArray mean = Nd4j.create(3);
        INDArray variance = Nd4j.ones(3);

        check((tape, in) -> BatchNormalization.train(tape, in.get(0), in.get(1), in.get(2), mean, variance, 1e-3, 0.9),
                random(4, 3, 3, 3), positive(3), random(3));
    }

    @Test
    void batchNormalizationWithRunningStatistics() {
        INDArray mean = random(3);
        INDArray variance = positive(3);
        INDArray gamma = positive(3);

        check((tape, in) -> BatchNormalization.infer(tape, in.get(0), tape.constant(gamma), tape.constant(mean), mean,
                variance, 1e-3), random(2, 3, 4, 4));
    }

    @Test
    void globalMaximum() {
        check((tape, in) -> GlobalMaximum.apply(tape, in.get(0)), distinct(0.05, 2, 3, 3, 5));
    }

    @Test
    void maxPoolingDropsAnOddRow() {
        check((tape, in) -> MaxPooling.apply(tape, in.get(0)), distinct(0.05, 2, 3, 5, 5));
    }

    @Test
    void dense() {
        check((tape, in) -> Dense.apply(tape, in.get(0), in.get(1), in.get(2)), random(3, 2, 2, 2), random(5, 8),
                random(5));
    }

    @Test
    void activations() {
        INDArray x = distinct(0.05, 4, 6);

        check((tape, in) -> Activations.relu(tape, copy(tape, in.get(0))), x);
        check((tape, in) -> Activations.leakyRelu(tape, copy(tape, in.get(0)), 0.2), x);
        check((tape, in) -> Activations.tanh(tape, copy(tape, in.get(0))), x);
    }

    @Test
    void softmax() {
        check((tape, in) -> Softmax.probabilities(tape, in.get(0)), random(3, 5));
        check((tape, in) -> Softmax.logProbabilities(tape, in.get(0)), random(3, 5));
    }

    @Test
    void elementwise() {
        INDArray a = distinct(0.1, 3, 4);
        INDArray b = random(3, 4);

        check((tape, in) -> Elementwise.add(tape, in.get(0), in.get(1)), a, b);
        check((tape, in) -> Elementwise.subtract(tape, in.get(0), in.get(1)), a, b);
        check((tape, in) -> Elementwise.multiply(tape, in.get(0), in.get(1)), a, b);
        check((tape, in) -> Elementwise.affine(tape, in.get(0), 3, -2), a);
        check((tape, in) -> Elementwise.square(tape, in.get(0)), a);
        check((tape, in) -> Elementwise.abs(tape, in.get(0)), a);
        check((tape, in) -> Elementwise.log(tape, in.get(0)), positive(3, 4));
    }

    @Test
    void exponential() {
        check((tape, in) -> Elementwise.exp(tape, in.get(0)), random(3, 4));
    }

    @Test
    void squaredDistances() {
        check((tape, in) -> Rows.squaredDistances(tape, in.get(0)), random(5, 3));
    }

    @Test
    void rows() {
        check((tape, in) -> Rows.slice(tape, in.get(0), 1, 3), random(4, 3));
        check((tape, in) -> Rows.concatenate(tape, in.get(0), in.get(1)), random(2, 3), random(3, 3));
        check((tape, in) -> Rows.center(tape, in.get(0)), random(4, 3));
        check((tape, in) -> Rows.gram(tape, in.get(0)), random(4, 3));
        check((tape, in) -> Rows.mean(tape, in.get(0)), random(4, 3));
    }

    @Test
    void reductions() {
        check((tape, in) -> Reductions.sum(tape, in.get(0)), random(3, 4));
        check((tape, in) -> Reductions.mean(tape, in.get(0)), random(3, 4));
    }

    @Test
    void gradientsOfSeveralReadersAddUp() {
        check((tape, in) -> {
            Variable x = in.get(0);
            Variable y = Elementwise.multiply(tape, x, x);
            return Elementwise.add(tape, Elementwise.multiply(tape, y, x), Elementwise.add(tape, y, x));
        }, random(3, 4));
    }

    private static Variable copy(io.crossline.networks.tape.Tape tape, Variable x) {
        return Elementwise.scale(tape, x, 1);
    }
}
