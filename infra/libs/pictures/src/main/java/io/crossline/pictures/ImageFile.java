package io.crossline.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import javax.imageio.ImageIO;

import io.crossline.contracts.ImageShape;

/** Pixels as image files for a browser. */
public final class ImageFile {

    private ImageFile() {}

    /** @param pixels uint8 {@code [H, W, C]}, grey or colour */
    public static byte[] png(ImageShape shape, byte[] pixels) {
        return encode(image(shape, pixels), "png");
    }

    /**
     * A link that holds the PNG itself, so that a page shows it without another request.
     *
     * @param pixels uint8 {@code [H, W, C]}, grey or colour
     */
    public static String dataUri(ImageShape shape, byte[] pixels) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(shape, pixels));
    }

    /**
     * @param pixels uint8 {@code [H, W, C]}, grey or colour
     * @throws IllegalArgumentException if there are not as many as the shape has
     */
    public static BufferedImage image(ImageShape shape, byte[] pixels) {
        if (pixels.length != shape.bytes()) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " bytes, expected " + shape.bytes() + " (" + shape + ")");
        }
        BufferedImage image = new BufferedImage(shape.width(), shape.height(),
                shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[pixels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Byte.toUnsignedInt(pixels[i]);
        }
        image.getRaster().setPixels(0, 0, shape.width(), shape.height(), samples);
        return image;
    }

    /** @param format {@code png} or {@code jpg} */
    public static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("This Java writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write an image to memory", e);
        }
        return bytes.toByteArray();
    }
}
