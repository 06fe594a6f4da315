package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

import io.crossline.networks.tape.ArrayPool;

/** On the heap and, for arrays that are part of another, natively, against sums pixel by pixel. */
class ChannelsTest {

    private static final int IMAGES = 3;

    private final ArrayPool pool = new ArrayPool();

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"5, 7, false", "3, 80, false", "300, 7, false", "5, 7, true"})
    void sums(int channels, int side, boolean part) {
        INDArray a = images(channels, side, part);
        INDArray b = images(channels, side, part);

        Channels.Sums sums = Channels.sums(pool, a, b);
        Channels.Sums squares = Channels.sums(pool, a, a);

        for (int c = 0; c < channels; c++) {
            INDArray ofA = channel(a, c).castTo(DataType.DOUBLE);
            INDArray ofB = channel(b, c).castTo(DataType.DOUBLE);
            assertThat(sums.values()[c]).isCloseTo(ofA.sumNumber().doubleValue(), within(1e-2));
            assertThat(sums.products()[c]).isCloseTo(ofA.mul(ofB).sumNumber().doubleValue(), within(1e-2));
            assertThat(squares.products()[c]).isCloseTo(ofA.mul(ofA).sumNumber().doubleValue(), within(1e-2));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 7, false", "3, 80, false", "300, 7, false", "5, 7, true"})
    void affineAndCombination(int channels, int side, boolean part) {
        // Given
        INDArray x = images(channels, side, part);
        INDArray gradient = images(channels, side, part);
        INDArray gradientBefore = gradient.dup();
        INDArray y = images(channels, side, part);
        double[] a = numbers(channels, 0.5);
        double[] b = numbers(channels, -0.1);
        double[] d = numbers(channels, 2);

        // When
        Channels.affine(pool, x, a, d, y);
        Channels.combine(pool, gradient, a, x, b, d);

        // Then
        for (int c = 0; c < channels; c++) {
            INDArray scaled = channel(x, c).mul(a[c]).add(d[c]);
            INDArray combined = channel(gradientBefore, c).mul(a[c]).add(channel(x, c).mul(b[c])).add(d[c]);
            assertThat(channel(y, c).equalsWithEps(scaled, 1e-5)).as("affine, channel %d", c).isTrue();
            assertThat(channel(gradient, c).equalsWithEps(combined, 1e-5)).as("combination, channel %d", c).isTrue();
        }
    }

    private static INDArray images(int channels, int side, boolean part) {
        INDArray whole = GradientCheck.random(part ? IMAGES + 1 : IMAGES, channels, side, side);
        INDArray images = part ? whole.get(NDArrayIndex.interval(1, IMAGES + 1)) : whole;
        assertThat(Heap.reaches(images)).isEqualTo(!part);
        return images;
    }

    private static double[] numbers(int channels, double step) {
        double[] numbers = new double[channels];
        for (int c = 0; c < channels; c++) {
            numbers[c] = step * (c % 7 + 1);
        }
        return numbers;
    }

    private static INDArray channel(INDArray images, int channel) {
        return images.get(NDArrayIndex.all(), NDArrayIndex.point(channel), NDArrayIndex.all(), NDArrayIndex.all());
    }
}
