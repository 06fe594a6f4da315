package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class ImageFitterTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);
    private static final ImageShape COLOUR = new ImageShape(3, 28, 28);

    @Test
    void keepsAnImageThatFits() {
        byte[] pixels = new byte[GREY.bytes()];

        assertThat(new ImageFitter(GREY).fit(pixels, Dimensions.of(GREY))).isSameAs(pixels);
    }

    @Test
    void makesGreyByLuma() {
        // Given a red, a green and a blue image, when made grey, then BT.601's weights
        assertThat(grey(255, 0, 0)).isEqualTo(76);
        assertThat(grey(0, 255, 0)).isEqualTo(150);
        assertThat(grey(0, 0, 255)).isEqualTo(29);
        assertThat(grey(255, 255, 255)).isEqualTo(255);
    }

    @Test
    void repeatsGreyInEveryChannel() {
        // Given a grey gradient of another size
        byte[] pixels = {10, 20, 30, 40};

        // When
        byte[] colour = new ImageFitter(COLOUR).fit(pixels, new Dimensions(1, 2, 2));

        // Then
        for (int i = 0; i < colour.length; i += 3) {
            assertThat(colour[i]).isEqualTo(colour[i + 1]).isEqualTo(colour[i + 2]);
        }
        assertThat(colour[0]).isEqualTo((byte) 10);
        assertThat(colour[colour.length - 1]).isEqualTo((byte) 40);
    }

    @Test
    void keepsColourChannelsApart() {
        // Given every pixel 1, 2, 3
        byte[] pixels = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};

        // When, then
        byte[] colour = new ImageFitter(COLOUR).fit(pixels, new Dimensions(3, 2, 2));
        assertThat(colour).startsWith(1, 2, 3, 1, 2, 3).endsWith(1, 2, 3);
    }

    private static int grey(int red, int green, int blue) {
        byte[] pixels = new byte[COLOUR.bytes()];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) red;
            pixels[i + 1] = (byte) green;
            pixels[i + 2] = (byte) blue;
        }
        return new ImageFitter(GREY).fit(pixels, Dimensions.of(COLOUR))[0] & 0xff;
    }
}
