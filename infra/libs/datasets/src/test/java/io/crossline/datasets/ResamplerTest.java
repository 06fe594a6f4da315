package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values are PyTorch 1.13's {@code F.interpolate(mode="bilinear", align_corners=False)}. */
class ResamplerTest {

    private static final float[] IMAGE = {0, 50, 255, 10, 200, 100, 0, 30, 7, 90, 180, 255, 255, 254, 1, 60};

    @Test
    void enlargesAsPyTorchInterpolates() {
        // Given 4x4, when 7x7
        float[] resized = Resampler.resize(IMAGE, 4, 4, 7, 7);

        // Then
        assertClose(resized, 0.0f, 17.857145f, 46.428574f, 152.50003f, 237.49998f, 97.49996f, 10.0f, 71.42858f,
                70.15306f, 68.112244f, 115.89286f, 153.44385f, 69.56629f, 17.142859f, 185.7143f, 153.82652f,
                102.80612f, 57.321415f, 18.954075f, 24.872448f, 28.57143f, 103.49998f, 100.464264f, 95.60714f,
                92.50001f, 93.75003f, 123.75004f, 142.5f, 24.714314f, 52.214314f, 96.21431f, 134.4643f, 172.48979f,
                214.69388f, 241.07143f, 166.42862f, 176.78575f, 193.35718f, 130.17856f, 69.551f, 106.53059f,
                129.64282f, 255.0f, 254.64287f, 254.07143f, 127.49998f, 5.2142925f, 38.928585f, 60.0f);
    }

    @Test
    void enlargesEachAxisByItsOwnScale() {
        assertClose(Resampler.resize(IMAGE, 4, 4, 7, 6), 0.0f, 25.0f, 84.16669f, 220.83336f, 132.5f, 10.0f, 71.42859f,
                69.64287f, 83.869057f, 147.91667f, 90.535713f, 17.142859f, 185.7143f, 141.07143f, 83.392853f,
                31.249981f, 23.392853f, 28.57143f, 103.5f, 99.25f, 94.166672f, 90.833336f, 116.25f, 142.5f, 24.714336f,
                63.21432f, 112.63098f, 156.2976f, 204.14282f, 241.07138f, 166.42862f, 180.9286f, 173.67858f, 86.678528f,
                97.285683f, 129.64282f, 255.0f, 254.5f, 211.83331f, 43.166626f, 30.5f, 60.0f);
    }

    @Test
    void shrinksWithAntialiasing() {
        // Given 7x7
        float[] image = new float[49];
        for (int i = 0; i < image.length; i++) {
            image[i] = i * 5 * 7 % 256;
        }

        // When 3x4, then PyTorch's antialias=True
        assertClose(Resampler.resize(image, 7, 7, 3, 4), 95.10883f, 63.371433f, 127.77142f, 182.23807f, 151.69748f,
                54.858826f, 104.2f, 158.66665f, 205.57143f, 67.42857f, 80.62857f, 135.0952f);
    }

    private static void assertClose(float[] actual, float... expected) {
        assertThat(actual).containsExactly(expected, within(1e-3f));
    }
}
