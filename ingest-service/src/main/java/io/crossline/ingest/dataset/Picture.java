package io.crossline.ingest.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A decoded image file: PNG, JPEG, BMP or TIFF.
 *
 * @param size 1 channel for grey files, 3 for all others; transparency is dropped
 * @param pixels uint8 {@code [H, W, C]}; 16-bit values keep their upper byte
 */
public record Picture(Dimensions size, byte[] pixels) {

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");

    /** Whether the name ends like an image's. */
    public static boolean isNamedLikeImage(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** @throws DatasetException if its values are of a kind that is not read */
    static Picture of(BufferedImage image) {
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        return !indexed && image.getRaster().getNumBands() <= 2 ? grey(image.getRaster()) : colour(image);
    }

    /** Grey values as they stand in the file: going through RGB would apply a gamma curve to them. */
    private static Picture grey(Raster raster) {
        int shift = switch (raster.getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_BYTE -> 0;
            case DataBuffer.TYPE_USHORT -> 8;
            default -> throw new DatasetException("has values of an unusual type, expected 8 or 16 bits a channel");
        };
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[height * width];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) (row[x] >> shift);
            }
        }
        return new Picture(new Dimensions(1, height, width), pixels);
    }

    private static Picture colour(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int channels = image.getColorModel() instanceof IndexColorModel && isGrey(image) ? 1 : 3;
        byte[] pixels = new byte[height * width * channels];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int argb : image.getRGB(0, y, width, 1, row, 0, width)) {
                pixels[at++] = (byte) (argb >> 16);
                if (channels == 3) {
                    pixels[at++] = (byte) (argb >> 8);
                    pixels[at++] = (byte) argb;
                }
            }
        }
        return new Picture(new Dimensions(channels, height, width), pixels);
    }

    private static boolean isGrey(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int argb : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                int red = argb >> 16 & 0xff;
                if (red != (argb >> 8 & 0xff) || red != (argb & 0xff)) {
                    return false;
                }
            }
        }
        return true;
    }
}
