package io.crossline.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class PictureTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @Test
    void aSquareIsWhereItIs() {
        double[] statistics = statistics(square(10, 4, 8, 200));

        assertThat(value(statistics, PictureStatistic.HORIZONTAL)).isEqualTo(13.5, within(1e-9));
        assertThat(value(statistics, PictureStatistic.VERTICAL)).isEqualTo(7.5, within(1e-9));
        assertThat(value(statistics, PictureStatistic.BRIGHTNESS)).isEqualTo(200 * 64 / 784.0, within(1e-9));
        // variance of 8 places in a row is 63/12 along each axis
        assertThat(value(statistics, PictureStatistic.SCALE)).isEqualTo(Math.sqrt(2 * 63 / 12.0), within(1e-9));
    }

    @Test
    void sharpnessDoesNotDependOnTheLight() {
        double bright = value(statistics(square(10, 10, 8, 200)), PictureStatistic.SHARPNESS);
        double dark = value(statistics(square(10, 10, 8, 100)), PictureStatistic.SHARPNESS);

        assertThat(dark).isEqualTo(bright, within(1e-9));
    }

    @Test
    void noiseIsItsDeviation() {
        byte[] pixels = new byte[SHAPE.bytes()];
        Random random = new Random(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(128 + 10 * random.nextGaussian());
        }

        assertThat(value(statistics(pixels), PictureStatistic.NOISE)).isEqualTo(10, within(1.0));
    }

    @Test
    void anEmptyPictureHasAMiddleAndNoSize() {
        double[] statistics = statistics(new byte[SHAPE.bytes()]);

        assertThat(value(statistics, PictureStatistic.HORIZONTAL)).isEqualTo(13.5);
        assertThat(value(statistics, PictureStatistic.SCALE)).isZero();
        assertThat(value(statistics, PictureStatistic.SHARPNESS)).isZero();
    }

    @Test
    void changesAreToldInWords() {
        assertThat(PictureStatistic.BRIGHTNESS.change(100, 78)).isEqualTo("darker by 22 %");
        assertThat(PictureStatistic.HORIZONTAL.change(13.5, 14.8)).isEqualTo("moved right by 1.3 pixels");
        assertThat(PictureStatistic.NOISE.change(0, 2)).isEqualTo("noisier");
    }

    private static double value(double[] statistics, PictureStatistic statistic) {
        return statistics[statistic.ordinal()];
    }

    private static double[] statistics(byte[] pixels) {
        return new Picture(pixels, 0, SHAPE).statistics();
    }

    private static byte[] square(int left, int top, int side, int grey) {
        byte[] pixels = new byte[SHAPE.bytes()];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                pixels[y * 28 + x] = (byte) grey;
            }
        }
        return pixels;
    }
}
