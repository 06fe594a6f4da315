package io.crossline.monitoring.estimate;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.crossline.contracts.ImageShape;

/**
 * Another look for a set of pictures: place, focus, tones and noise, as another camera or lamp would give them. Values of
 * brightness and noise are on a scale where 1 is white.
 *
 * @param shiftX to the right, fraction of the shorter side
 * @param shiftY down, fraction of the shorter side
 * @param turn degrees, counter-clockwise
 * @param scale of what is seen, above 0; 1 keeps it
 * @param blur standard deviation of the defocus, fraction of the shorter side, at least 0
 * @param contrast gain around middle grey, above 0; 1 keeps it
 * @param brightness added after the contrast
 * @param gamma exponent of the tone curve, above 0; above 1 darkens the middle tones
 * @param noise standard deviation, at least 0
 */
public record ChangedLook(double shiftX, double shiftY, double turn, double scale, double blur, double contrast,
        double brightness, double gamma, double noise) {

    public static final ChangedLook NONE = new ChangedLook(0, 0, 0, 1, 0, 1, 0, 1, 0);

    /** A standard deviation below this, in pixels, blurs nothing that can be seen. */
    private static final double SHARP = 0.1;
    /** Of the kernel, in standard deviations to each side. */
    private static final double REACH = 2.5;
    /** Of a spread of looks: from where hardly a model errs to where most do. */
    private static final double LEAST = 0.1;
    private static final double MOST = 0.8;

    public ChangedLook {
        check("scale", scale, scale > 0, "above 0");
        check("blur", blur, blur >= 0, "at least 0");
        check("contrast", contrast, contrast > 0, "above 0");
        check("gamma", gamma, gamma > 0, "above 0");
        check("noise", noise, noise >= 0, "at least 0");
    }

    private static void check(String name, double value, boolean good, String expected) {
        if (!good) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
        }
    }

    /** @param strength of the change, 0 (none) to 1 (a much worse camera) */
    public static ChangedLook random(double strength, Random random) {
        return new ChangedLook(0.06 * either(strength, random), 0.06 * either(strength, random),
                8 * either(strength, random), Math.exp(0.08 * either(strength, random)),
                0.045 * strength * random.nextDouble(), Math.exp(0.45 * either(strength, random)),
                0.15 * either(strength, random), Math.exp(0.5 * either(strength, random)),
                0.06 * strength * random.nextDouble());
    }

    /** So many looks, from little to much changed. */
    public static List<ChangedLook> spread(int count, Random random) {
        return IntStream.range(0, count).mapToObj(i -> random(LEAST + (MOST - LEAST) * i / count, random)).toList();
    }

    private static double either(double strength, Random random) {
        return strength * (2 * random.nextDouble() - 1);
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}
     * @param random for the noise
     * @return uint8, {@code [N, H, W, C]}
     */
    public byte[] apply(byte[] pixels, ImageShape shape, Random random) {
        int plane = shape.height() * shape.width();
        int channels = shape.channels();
        byte[] changed = new byte[pixels.length];
        float[] values = new float[plane];
        for (int from = 0; from < pixels.length; from += shape.bytes()) {
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < plane; i++) {
                    values[i] = (pixels[from + i * channels + c] & 0xff) / 255f;
                }
                float[] seen = blurred(placed(values, shape), shape);
                for (int i = 0; i < plane; i++) {
                    changed[from + i * channels + c] = tone(seen[i], random);
                }
            }
        }
        return changed;
    }

    private byte tone(double value, Random random) {
        double toned = Math.pow(clip((value - 0.5) * contrast + 0.5 + brightness), gamma);
        return (byte) Math.round(255 * clip(noise == 0 ? toned : toned + noise * random.nextGaussian()));
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Bilinear; the edge pixels repeat outwards. */
    private float[] placed(float[] values, ImageShape shape) {
        int height = shape.height();
        int width = shape.width();
        int side = Math.min(height, width);
        double cos = Math.cos(Math.toRadians(turn)) / scale;
        double sin = Math.sin(Math.toRadians(turn)) / scale;
        float[] placed = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - (width - 1) / 2.0 - shiftX * side;
                double dy = y - (height - 1) / 2.0 - shiftY * side;
                double fromX = within(cos * dx - sin * dy + (width - 1) / 2.0, width);
                double fromY = within(sin * dx + cos * dy + (height - 1) / 2.0, height);
                int left = (int) fromX;
                int top = (int) fromY;
                int right = Math.min(width - 1, left + 1);
                int bottom = Math.min(height - 1, top + 1);
                double u = fromX - left;
                double v = fromY - top;
                placed[y * width + x] = (float) ((1 - v)
                        * ((1 - u) * values[top * width + left] + u * values[top * width + right])
                        + v * ((1 - u) * values[bottom * width + left] + u * values[bottom * width + right]));
            }
        }
        return placed;
    }

    private static double within(double place, int length) {
        return Math.max(0, Math.min(length - 1, place));
    }

    private float[] blurred(float[] values, ImageShape shape) {
        double sigma = blur * Math.min(shape.height(), shape.width());
        if (sigma < SHARP) {
            return values;
        }
        int reach = (int) Math.ceil(REACH * sigma);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += kernel[k + reach];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        float[] rows = new float[values.length];
        float[] both = new float[values.length];
        for (int y = 0; y < shape.height(); y++) {
            pass(values, rows, y * shape.width(), 1, shape.width(), kernel);
        }
        for (int x = 0; x < shape.width(); x++) {
            pass(rows, both, x, shape.width(), shape.height(), kernel);
        }
        return both;
    }

    private static void pass(float[] from, float[] to, int start, int stride, int length, float[] kernel) {
        int reach = kernel.length / 2;
        for (int i = 0; i < length; i++) {
            float value = 0;
            for (int k = -reach; k <= reach; k++) {
                value += kernel[k + reach] * from[start + stride * Math.max(0, Math.min(length - 1, i + k))];
            }
            to[start + stride * i] = value;
        }
    }
}
