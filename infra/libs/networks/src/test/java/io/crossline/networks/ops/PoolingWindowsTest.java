package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling on the heap against ND4J's own operations. */
class PoolingWindowsTest {

    /** Given images with an odd last row and column, when they are pooled, then both give the same maxima. */
    @Test
    void maximaAreThoseOfTheNativeOperation() {
        INDArray x = random(3, 4, 7, 9);
        INDArray expected = Nd4j.zeros(DataType.FLOAT, 3, 4, 3, 4);
        Native.exec("maxpool2d", Native.arrays(x), Native.arrays(expected), MaxPooling.ARGUMENTS);

        INDArray maxima = Nd4j.zeros(DataType.FLOAT, 3, 4, 3, 4);
        PoolingWindows.maximum(x, maxima);

        assertThat(maxima).isEqualTo(expected);
    }

    /** Given windows' gradients, when they are spread, then both give them to the same pixels. */
    @Test
    void gradientsGoWhereTheNativeOperationSendsThem() {
        INDArray x = random(3, 4, 7, 9);
        INDArray gradient = random(3, 4, 3, 4);
        INDArray expected = Nd4j.zeros(DataType.FLOAT, 3, 4, 7, 9);
        Native.exec("maxpool2d_bp", Native.arrays(x, gradient), Native.arrays(expected), MaxPooling.ARGUMENTS);

        INDArray spread = Nd4j.valueArrayOf(new long[]{3, 4, 7, 9}, 5.0, DataType.FLOAT);
        PoolingWindows.spread(x, gradient, spread);

        assertThat(spread).isEqualTo(expected);
    }

    /** Given windows of equal pixels, when their gradients are spread, then each goes to its window's first pixel. */
    @Test
    void ofEqualPixelsTheFirstIsTheLargest() {
        INDArray x = Nd4j.zeros(DataType.FLOAT, 1, 1, 2, 4);
        INDArray gradient = Nd4j.createFromArray(3f, 4f).reshape(1, 1, 1, 2);

        INDArray spread = Nd4j.zeros(DataType.FLOAT, 1, 1, 2, 4);
        PoolingWindows.spread(x, gradient.dup('c'), spread);

        assertThat(spread).isEqualTo(Nd4j.createFromArray(3f, 0, 4, 0, 0, 0, 0, 0).reshape(1, 1, 2, 4));
    }

    private static INDArray random(long... shape) {
        return Nd4j.randn(DataType.FLOAT, shape);
    }
}
