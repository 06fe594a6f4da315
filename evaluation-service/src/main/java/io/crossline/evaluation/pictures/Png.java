package io.crossline.evaluation.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import javax.imageio.ImageIO;

import io.crossline.evaluation.scoring.PlacedImage;

/** Images as browsers show them. */
public final class Png {

    private Png() {}

    /** A link that holds the picture itself. */
    public static String dataUri(PlacedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(image));
    }

    public static byte[] encode(PlacedImage image) {
        return encode(image(image));
    }

    static BufferedImage image(PlacedImage image) {
        int width = image.shape().width();
        int height = image.shape().height();
        BufferedImage picture = new BufferedImage(width, height,
                image.shape().channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[image.pixels().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Byte.toUnsignedInt(image.pixels()[i]);
        }
        picture.getRaster().setPixels(0, 0, width, height, samples);
        return picture;
    }

    static byte[] encode(RenderedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a PNG to memory", e);
        }
        return png.toByteArray();
    }
}
