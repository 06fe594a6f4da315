package io.crossline.datasets.ingestion;

import java.awt.image.BufferedImage;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureTiles;
import io.crossline.datasets.Dimensions;
import io.crossline.datasets.Picture;
import io.crossline.pictures.ContactSheet;
import io.crossline.pictures.ImageFile;

/** Pixels as image files for a browser. */
final class PictureImages {

    private static final int GAP = ContactSheet.GAP;
    private static final int BETWEEN_TILES = ContactSheet.BACKGROUND.getRGB();

    private PictureImages() {}

    /** A whole picture as JPEG. */
    static byte[] jpeg(Picture picture) {
        Dimensions size = picture.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        draw(image, picture.pixels(), new ImageArea(0, 0, size.height(), size.width(), size.channels()));
        return ImageFile.encode(image, "jpg");
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
        return ImageFile.encode(sheet, "png");
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
}
