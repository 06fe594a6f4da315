package io.crossline.networks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.contracts.ImageShape;

class ImageTensorsTest {

    private static final ImageShape RGB = new ImageShape(3, 2, 1);

    @Test
    void channelsMoveToTheFrontAndBackAgain() {
        byte[] pixels = {1, 2, 3, 4, 5, (byte) 255};
        INDArray tensor = Nd4j.create(1, 3, 2, 1);

        for (ValueRange range : List.of(ValueRange.UNIT, ValueRange.SIGNED)) {
            ImageTensors.write(pixels, 0, RGB, range, tensor);
            byte[] back = new byte[6];
            ImageTensors.read(tensor, RGB, range, back, 0);
            assertThat(back).as(range.name()).isEqualTo(pixels);
        }

        ImageTensors.write(pixels, 0, RGB, ValueRange.UNIT, tensor);
        assertThat(tensor.getFloat(0, 1, 0, 0)).isEqualTo(2 / 255f);
        assertThat(tensor.getFloat(0, 2, 1, 0)).isEqualTo(1f);
        ImageTensors.write(pixels, 0, RGB, ValueRange.SIGNED, tensor);
        assertThat(tensor.minNumber().floatValue()).isGreaterThanOrEqualTo(-1f);
        assertThat(tensor.maxNumber().floatValue()).isEqualTo(1f);
    }

    @Test
    void aStandardisedImageHasMeanZeroAndVarianceOneWhateverTheLight() {
        byte[] dark = {10, 20, 30, 40, 50, 60};
        byte[] bright = {60, 80, 100, 120, (byte) 140, (byte) 160};
        INDArray first = Nd4j.create(1, 3, 2, 1);
        INDArray second = Nd4j.create(1, 3, 2, 1);

        ImageTensors.write(dark, 0, RGB, ValueRange.STANDARDIZED, first);
        ImageTensors.write(bright, 0, RGB, ValueRange.STANDARDIZED, second);

        assertThat(second.meanNumber().doubleValue()).isCloseTo(0, within(1e-6));
        // the smallest deviation, which keeps an image of one grey from being divided by 0, takes a few hundredths
        assertThat(second.stdNumber(false).doubleValue()).isCloseTo(1, within(0.1));
        assertThat(first.sub(second).amaxNumber().doubleValue()).isLessThan(0.1);
        assertThatThrownBy(() -> ImageTensors.read(first, RGB, ValueRange.STANDARDIZED, new byte[6], 0))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anImageOfOneGreyIsZero() {
        INDArray tensor = Nd4j.create(1, 3, 2, 1);

        ImageTensors.write(new byte[]{7, 7, 7, 7, 7, 7}, 0, RGB, ValueRange.STANDARDIZED, tensor);

        assertThat(tensor.amaxNumber().doubleValue()).isLessThan(1e-6);
    }

    @Test
    void valuesOutOfRangeAreClampedAndNoNumbersRefused() {
        INDArray tensor = Nd4j.create(new float[]{-3, 3, 0, 0, 0, 0}, new long[]{1, 3, 2, 1}, 'c');
        byte[] pixels = new byte[6];

        ImageTensors.read(tensor, RGB, ValueRange.SIGNED, pixels, 0);

        assertThat(pixels[0]).isZero();
        assertThat(pixels[3]).isEqualTo((byte) 255);
        tensor.putScalar(0, Float.NaN);
        assertThatThrownBy(() -> ImageTensors.read(tensor, RGB, ValueRange.SIGNED, pixels, 0))
                .isInstanceOf(ArithmeticException.class);
    }
}
