package io.crossline.adaptation.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/** A random focus: at strength 1 a Gaussian blur of up to 1/28 of the image's side (standard deviation). */
final class RandomBlur extends RandomAugmentation {

    private static final double BLUR = 1.0 / 28;
    /** A Gaussian ends at three standard deviations. */
    private static final int REACH = 3;

    private static final long SPREAD = 0xBF58476D1CE4E5B9L;

    private final double strength;

    /** @param strength factor of the range, above 0 to 1 */
    RandomBlur(double strength, ImageShape shape, long seed) {
        super(shape, seed, SPREAD);
        this.strength = strength;
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        double deviation = upTo(strength * BLUR, random) * shape().width();
        int reach = (int) Math.ceil(REACH * deviation);
        if (reach == 0) {
            return image;
        }
        double[] values = new double[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i] & 0xff;
        }
        double[] kernel = kernel(deviation, reach);
        int channels = shape().channels();
        int row = shape().width() * channels;
        double[] rows = convolved(values, kernel, shape().width(), channels, shape().height(), row);
        double[] blurred = convolved(rows, kernel, shape().height(), row, shape().width(), channels);
        byte[] out = new byte[image.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.round(blurred[i]);
        }
        return out;
    }

    private static double[] kernel(double deviation, int reach) {
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /**
     * Convolves {@code lines} lines of {@code length} pixels, {@code step} values apart; lines begin {@code apart}. The
     * border's pixels repeat outwards.
     */
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
