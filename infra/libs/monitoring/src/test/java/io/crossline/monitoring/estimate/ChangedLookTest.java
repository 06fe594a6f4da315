package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class ChangedLookTest {

    private static final ImageShape SHAPE = new ImageShape(3, 28, 20);

    @Test
    void noChangeKeepsEveryByte() {
        byte[] pixels = noise(2);

        assertThat(ChangedLook.NONE.apply(pixels, SHAPE, new Random(1))).isEqualTo(pixels);
        assertThat(ChangedLook.random(0, new Random(1)).apply(pixels, SHAPE, new Random(1))).isEqualTo(pixels);
    }

    /** Given a tenth of the shorter side, when shifted right and down, then every pixel lies two further. */
    @Test
    void shiftsMoveThePicture() {
        byte[] pixels = noise(1);

        byte[] moved = new ChangedLook(0.1, 0.1, 0, 1, 0, 1, 0, 1, 0).apply(pixels, SHAPE, new Random(1));

        for (int channel = 0; channel < 3; channel++) {
            assertThat(moved[at(12, 9, channel)]).isEqualTo(pixels[at(10, 7, channel)]);
        }
    }

    @Test
    void tonesNoiseAndBlurChangeAsTheyAreNamed() {
        byte[] pixels = noise(1);

        assertThat(mean(look(0, 1, -0.2, 1, 0).apply(pixels, SHAPE, new Random(1)))).isLessThan(mean(pixels) - 30);
        assertThat(mean(look(0, 1, 0, 2, 0).apply(pixels, SHAPE, new Random(1)))).isLessThan(mean(pixels) - 20);
        assertThat(deviation(look(0, 0.5, 0, 1, 0).apply(pixels, SHAPE, new Random(1))))
                .isLessThan(0.6 * deviation(pixels));
        assertThat(deviation(look(0.05, 1, 0, 1, 0).apply(pixels, SHAPE, new Random(1))))
                .isLessThan(0.6 * deviation(pixels));
        assertThat(deviation(look(0, 0.5, 0, 1, 0.2).apply(pixels, SHAPE, new Random(1))))
                .isGreaterThan(deviation(look(0, 0.5, 0, 1, 0).apply(pixels, SHAPE, new Random(1))));
    }

    @Test
    void theSameSeedGivesTheSameLooksAndPictures() {
        List<ChangedLook> looks = ChangedLook.spread(5, new Random(3));
        byte[] pixels = noise(1);

        assertThat(looks).hasSize(5).doesNotHaveDuplicates().isEqualTo(ChangedLook.spread(5, new Random(3)));
        assertThat(looks.get(4).apply(pixels, SHAPE, new Random(2)))
                .isEqualTo(looks.get(4).apply(pixels, SHAPE, new Random(2))).isNotEqualTo(pixels);
    }

    @Test
    void whatNoCameraDoesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangedLook(0, 0, 0, 0, 0, 1, 0, 1, 0))
                .withMessage("scale is 0.0, expected above 0");
    }

    private static ChangedLook look(double blur, double contrast, double brightness, double gamma, double noise) {
        return new ChangedLook(0, 0, 0, 1, blur, contrast, brightness, gamma, noise);
    }

    private static int at(int y, int x, int channel) {
        return (y * SHAPE.width() + x) * 3 + channel;
    }

    private static byte[] noise(int images) {
        byte[] pixels = new byte[images * SHAPE.bytes()];
        new Random(7).nextBytes(pixels);
        return pixels;
    }

    private static double mean(byte[] pixels) {
        double sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
        }
        return sum / pixels.length;
    }

    private static double deviation(byte[] pixels) {
        double mean = mean(pixels);
        double sum = 0;
        for (byte pixel : pixels) {
            sum += ((pixel & 0xff) - mean) * ((pixel & 0xff) - mean);
        }
        return Math.sqrt(sum / pixels.length);
    }
}
