package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageShapeTest {

    @Test
    void readsWhatItWrites() {
        ImageShape shape = new ImageShape(3, 64, 128);

        assertThat(shape).hasToString("64x128x3");
        assertThat(ImageShape.parse("64x128x3")).isEqualTo(shape);
        assertThat(ImageShape.parse("28X28")).isEqualTo(new ImageShape(1, 28, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28", "28x", "axb", "28x28x1x1", ""})
    void saysWhatAShapeLooksLike(String text) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageShape.parse(text))
                .withMessageContaining("HEIGHTxWIDTHxCHANNELS");
    }
}
