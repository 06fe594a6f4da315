package io.crossline.translation.gallery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import javax.imageio.ImageIO;

import io.crossline.contracts.ImageShape;

/** An image as a browser shows it without another request. */
final class PngDataUri {

    private PngDataUri() {}

    /** @param pixels uint8, {@code [H, W, C]} */
    static String of(byte[] pixels, ImageShape shape) {
        if (pixels.length != shape.bytes()) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " bytes, expected " + shape.bytes() + " (" + shape + ")");
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image(pixels, shape), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a PNG of " + shape, e);
        }
    }

    private static BufferedImage image(byte[] pixels, ImageShape shape) {
        boolean grey = shape.channels() == 1;
        BufferedImage image = new BufferedImage(shape.width(), shape.height(),
                grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            samples[i] = Byte.toUnsignedInt(pixels[i]);
        }
        image.getRaster().setPixels(0, 0, shape.width(), shape.height(), samples);
        return image;
    }
}
