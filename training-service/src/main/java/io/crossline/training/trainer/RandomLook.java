package io.crossline.training.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/**
 * A random focus, light and sensor: at strength 1 a Gaussian blur of up to 1/28 of the image's side (standard deviation), a
 * tone curve with an exponent of 0.7 to 1.4 (uniform in its logarithm), a contrast of 0.8 to 1.25 about the image's mean,
 * and noise with a standard deviation of up to 0.04 of the range. All channels change alike, but for the noise.
 */
final class RandomLook extends RandomAugmentation {

    private static final double BLUR = 1.0 / 28;
    private static final double LOG_TONE = Math.log(1.4);
    private static final double LOG_CONTRAST = Math.log(1.25);
    private static final double NOISE = 0.04 * 255;
    /** A Gaussian ends at three standard deviations. */
    private static final int REACH = 3;

    private static final long SPREAD = 0xD1342543DE82EF95L;

    /** @param strength factor of all ranges, above 0 to 1 */
    RandomLook(double strength, ImageShape shape, long seed) {
        super(strength, shape, seed, SPREAD);
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        double blur = upTo(BLUR, random) * shape().width();
        double tone = Math.exp(around(LOG_TONE, random));
        double contrast = Math.exp(around(LOG_CONTRAST, random));
        double noise = upTo(NOISE, random);
        double[] values = blurred(image, blur);
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = 255 * Math.pow(values[i] / 255, tone);
            mean += values[i] / values.length;
        }
        byte[] out = new byte[image.length];
        for (int i = 0; i < out.length; i++) {
            double value = mean + contrast * (values[i] - mean) + noise * random.nextGaussian();
            out[i] = (byte) Math.round(Math.min(255, Math.max(0, value)));
        }
        return out;
    }

    /** Gaussian blur, along the rows and then along the columns; the border's pixels repeat outwards. */
    private double[] blurred(byte[] image, double deviation) {
        double[] values = new double[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i] & 0xff;
        }
        int reach = (int) Math.ceil(REACH * deviation);
        if (reach == 0) {
            return values;
        }
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        int channels = shape().channels();
        int row = shape().width() * channels;
        double[] across = convolved(values, kernel, shape().width(), channels, shape().height(), row);
        return convolved(across, kernel, shape().height(), row, shape().width(), channels);
    }

    /** Convolves {@code lines} lines of {@code length} pixels, {@code step} values apart; lines begin {@code apart}. */
    private double[] convolved(double[] values, double[] kernel, int length, int step, int lines, int apart) {
        int reach = kernel.length / 2;
        double[] out = new double[values.length];
        for (int line = 0; line < lines; line++) {
            for (int channel = 0; channel < shape().channels(); channel++) {
                int start = line * apart + channel;
                for (int at = 0; at < length; at++) {
                    double sum = 0;
                    for (int i = -reach; i <= reach; i++) {
                        int from = Math.min(length - 1, Math.max(0, at + i));
                        sum += kernel[i + reach] * values[start + from * step];
                    }
                    out[start + at * step] = sum;
                }
            }
        }
        return out;
    }
}
