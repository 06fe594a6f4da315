package io.crossline.adaptation.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/**
 * A random light and sensor: at strength 1 a tone curve with an exponent of 0.7 to 1.4 (uniform in its logarithm), a
 * contrast of 0.8 to 1.25 about the image's mean, and noise with a standard deviation of up to 0.04 of the range, or with
 * grain of up to 0.15 of the image's own deviation, which does not drown a faint surface. All
 * channels change alike, but for the noise.
 */
final class RandomLook extends RandomAugmentation {

    private static final double LOG_TONE = Math.log(1.4);
    private static final double LOG_CONTRAST = Math.log(1.25);
    private static final double NOISE = 0.04 * 255;

    private static final double GRAIN = 0.15;

    private static final long SPREAD = 0xD1342543DE82EF95L;

    private final double strength;
    private final double grain;

    /**
     * @param strength factor of all ranges, 0 to 2
     * @param grain factor of the noise beside the image's deviation, 0 to 1; 0 for noise beside the range
     */
    RandomLook(double strength, double grain, ImageShape shape, long seed) {
        super(shape, seed, SPREAD);
        this.strength = strength;
        this.grain = grain;
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        double[] curve = curve(Math.exp(around(strength * LOG_TONE, random)));
        double contrast = Math.exp(around(strength * LOG_CONTRAST, random));
        double noise = grain > 0
                ? upTo(grain * GRAIN * deviation(image), random)
                : upTo(strength * NOISE, random);
        double mean = 0;
        for (byte pixel : image) {
            mean += curve[pixel & 0xff] / image.length;
        }
        byte[] out = new byte[image.length];
        for (int i = 0; i < out.length; i++) {
            double value = mean + contrast * (curve[image[i] & 0xff] - mean) + noise * random.nextGaussian();
            out[i] = (byte) Math.round(Math.min(255, Math.max(0, value)));
        }
        return out;
    }

    private static double deviation(byte[] image) {
        double sum = 0;
        double squares = 0;
        for (byte pixel : image) {
            double value = pixel & 0xff;
            sum += value;
            squares += value * value;
        }
        double mean = sum / image.length;
        return Math.sqrt(Math.max(0, squares / image.length - mean * mean));
    }

    /** Brightness, 0 to 255, that each brightness becomes. */
    private static double[] curve(double exponent) {
        double[] curve = new double[256];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = 255 * Math.pow(i / 255.0, exponent);
        }
        return curve;
    }
}
