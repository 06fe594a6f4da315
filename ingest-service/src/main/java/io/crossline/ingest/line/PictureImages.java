package io.crossline.ingest.line;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureTiles;
import io.crossline.ingest.dataset.Dimensions;
import io.crossline.ingest.dataset.Picture;

/** Pixels as image files for a browser. */
final class PictureImages {

    private static final int GAP = 4;
    private static final int BETWEEN_TILES = new Color(0xf2, 0xf4, 0xf7).getRGB();

    private PictureImages() {}

    /** A whole picture as JPEG. */
    static byte[] jpeg(Picture picture) {
        Dimensions size = picture.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        draw(image, picture.pixels(), new ImageArea(0, 0, size.height(), size.width(), size.channels()));
        return encoded(image, "jpg");
    }

    /**
     * A line's images as PNG, one beside the other as the tiles lie.
     *
     * @param images uint8 {@code [H, W, C]} each
     * @param tiles null where there is one image
     */
    static byte[] png(ImageShape shape, List<byte[]> images, PictureTiles tiles) {
        int rows = tiles == null ? 1 : tiles.rows();
        int columns = tiles == null ? 1 : tiles.columns();
        BufferedImage sheet = new BufferedImage(columns * (shape.width() + GAP) - GAP,
                rows * (shape.height() + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                sheet.setRGB(x, y, BETWEEN_TILES);
            }
        }
        for (int i = 0; i < images.size(); i++) {
            draw(sheet, images.get(i), new ImageArea(i % columns * (shape.width() + GAP),
                    i / columns * (shape.height() + GAP), shape.height(), shape.width(), shape.channels()));
        }
        return encoded(sheet, "png");
    }

    /** Pixels {@code [H, W, C]} of the shape. */
    static BufferedImage image(ImageShape shape, byte[] pixels) {
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        draw(image, pixels, new ImageArea(0, 0, shape.height(), shape.width(), shape.channels()));
        return image;
    }

    private record ImageArea(int left, int top, int height, int width, int channels) {}

    private static void draw(BufferedImage sheet, byte[] pixels, ImageArea area) {
        int channels = area.channels();
        for (int i = 0; i < area.width() * area.height(); i++) {
            int red = pixels[i * channels] & 0xff;
            int green = pixels[i * channels + channels / 2] & 0xff;
            int blue = pixels[i * channels + channels - 1] & 0xff;
            sheet.setRGB(area.left() + i % area.width(), area.top() + i / area.width(), red << 16 | green << 8 | blue);
        }
    }

    static byte[] encoded(BufferedImage image, String format) {
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
