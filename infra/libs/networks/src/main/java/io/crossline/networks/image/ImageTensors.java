package io.crossline.networks.image;

import java.util.function.IntFunction;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.tape.Floats;

/** Images uint8 {@code [N, H, W, C]} to floats {@code [N, C, H, W]} and back. */
public final class ImageTensors {

    /** Keeps an image of one grey from being divided by 0; small beside the spread of any picture. */
    private static final double SMALLEST_DEVIATION = 1e-2;

    private ImageTensors() {}

    /**
     * @param image gives the bytes {@code [H, W, C]} of the i-th image of the batch
     * @param out {@code [N, C, H, W]}, overwritten
     * @throws IllegalArgumentException if an image has another length
     */
    public static void write(IntFunction<byte[]> image, ImageShape shape, ValueRange range, INDArray out) {
        float[] floats = new float[Math.toIntExact(out.length())];
        for (int i = 0; i < out.size(0); i++) {
            byte[] pixels = image.apply(i);
            if (pixels.length != shape.bytes()) {
                throw new IllegalArgumentException("image " + i + " of the batch has " + pixels.length
                        + " bytes, expected " + shape.bytes() + " (" + shape + ")");
            }
            writeOne(pixels, 0, shape, range, floats, i);
        }
        Floats.write(floats, out);
    }

    /**
     * @param pixels {@code [M, H, W, C]} with M at least {@code first + N}
     * @param first image of {@code pixels} to start with
     * @param out {@code [N, C, H, W]}, overwritten
     */
    public static void write(byte[] pixels, int first, ImageShape shape, ValueRange range, INDArray out) {
        float[] floats = new float[Math.toIntExact(out.length())];
        for (int i = 0; i < out.size(0); i++) {
            writeOne(pixels, (first + i) * shape.bytes(), shape, range, floats, i);
        }
        Floats.write(floats, out);
    }

    /**
     * @param images {@code [N, C, H, W]}; values outside of the range are clamped
     * @param pixels {@code [M, H, W, C]}, written from image {@code first} on
     * @throws ArithmeticException if a value is no number
     */
    public static void read(INDArray images, ImageShape shape, ValueRange range, byte[] pixels, int first) {
        float[] floats = Floats.read(images);
        int area = shape.height() * shape.width();
        for (int i = 0; i < images.size(0); i++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int from = (i * shape.channels() + channel) * area;
                int to = (first + i) * shape.bytes() + channel;
                for (int pixel = 0; pixel < area; pixel++) {
                    float value = floats[from + pixel];
                    if (Float.isNaN(value)) {
                        throw new ArithmeticException("The network gave an image with values that are no numbers");
                    }
                    pixels[to + pixel * shape.channels()] = range.toByte(value);
                }
            }
        }
    }

    /** @throws IllegalArgumentException if the length is no multiple of an image's */
    public static int count(byte[] pixels, ImageShape shape) {
        if (pixels.length % shape.bytes() != 0) {
            throw new IllegalArgumentException("pixels has " + pixels.length + " bytes, expected a multiple of "
                    + shape.bytes() + " (images of " + shape + ")");
        }
        return pixels.length / shape.bytes();
    }

    private static void writeOne(byte[] pixels, int offset, ImageShape shape, ValueRange range, float[] floats,
            int index) {
        int area = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int to = (index * shape.channels() + channel) * area;
            int from = offset + channel;
            for (int pixel = 0; pixel < area; pixel++) {
                floats[to + pixel] = range.toFloat(pixels[from + pixel * shape.channels()]);
            }
        }
        if (range == ValueRange.STANDARDIZED) {
            standardize(floats, index * shape.channels() * area, shape.channels() * area);
        }
    }

    /** All channels together, so that colours keep their relation. */
    private static void standardize(float[] floats, int from, int length) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            sum += floats[i];
            squares += (double) floats[i] * floats[i];
        }
        double mean = sum / length;
        double deviation = Math.sqrt(Math.max(0, squares / length - mean * mean)) + SMALLEST_DEVIATION;
        for (int i = from; i < from + length; i++) {
            floats[i] = (float) ((floats[i] - mean) / deviation);
        }
    }
}
