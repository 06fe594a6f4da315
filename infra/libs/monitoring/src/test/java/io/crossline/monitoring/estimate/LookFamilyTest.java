package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.crossline.contracts.ImageShape;

class LookFamilyTest {

    private static final ImageShape SHAPE = new ImageShape(3, 28, 20);

    /** Given pictures with edges, when changed little and much, then much changes more, and the pictures given stay as they are. */
    @ParameterizedTest
    @EnumSource(LookFamily.class)
    void strongerLooksChangeMore(LookFamily family) {
        byte[] pixels = stripes(20);
        byte[] before = pixels.clone();

        double little = difference(pixels, family.apply(pixels, SHAPE, 0.1, new Random(3)));
        double much = difference(pixels, family.apply(pixels, SHAPE, 1, new Random(3)));

        assertThat(little).isGreaterThanOrEqualTo(0);
        assertThat(much).isGreaterThan(Math.max(1, 1.5 * little));
        assertThat(pixels).isEqualTo(before);
        assertThat(family.apply(pixels, SHAPE, 1, new Random(3))).isEqualTo(
                family.apply(pixels, SHAPE, 1, new Random(3)));
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum / a.length;
    }

    private static byte[] stripes(int images) {
        byte[] pixels = new byte[images * SHAPE.bytes()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 12 % 2 == 0 ? 60 : 170);
        }
        return pixels;
    }
}
