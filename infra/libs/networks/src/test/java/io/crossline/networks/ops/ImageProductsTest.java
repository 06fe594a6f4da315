package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageProductsTest {

    @ParameterizedTest
    @CsvSource({"1, false, false", "2, false, true", "5, true, false", "7, true, true"})
    void eachImageHasItsProduct(int images, boolean transposeA, boolean transposeB) {
        // Given
        INDArray a = transposeA ? GradientCheck.random(images, 4, 3) : GradientCheck.random(images, 3, 4);
        INDArray b = transposeB ? GradientCheck.random(images, 6, 4) : GradientCheck.random(images, 4, 6);
        INDArray out = Nd4j.create(images, 3, 6);

        // When
        ImageProducts.matmul(a, transposeA, b, transposeB, out);

        // Then
        for (int image = 0; image < images; image++) {
            INDArray expected = turned(a.slice(image), transposeA).mmul(turned(b.slice(image), transposeB));
            assertThat(out.slice(image).equalsWithEps(expected, 1e-6)).as("image %d", image).isTrue();
        }
    }

    private static INDArray turned(INDArray matrix, boolean transposed) {
        return transposed ? matrix.transpose() : matrix;
    }
}
