package io.crossline.ingest.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded image file: PNG, JPEG, BMP or TIFF.
 *
 * @param size 1 channel for grey files, 3 for all others; transparency is dropped
 * @param pixels uint8 {@code [H, W, C]}; 16-bit values keep their upper byte
 */
public record Picture(Dimensions size, byte[] pixels) {

    /** Larger files are refused before they are decoded: a small file may claim any size. */
    static final long MAX_PIXELS = 64_000_000;

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");

    static {
        ImageIO.setUseCache(false);
    }

    /** Whether the name ends like an image's. */
    public static boolean isNamedLikeImage(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** @throws DatasetException saying why the file is no image that can be used */
    public static Picture read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readAllBytes());
        } catch (IOException e) {
            throw new DatasetException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws DatasetException saying why the bytes are no image that can be used */
    public static Picture decode(byte[] file) {
        if (file.length == 0) {
            throw new DatasetException("is empty, expected an image");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DatasetException("is no image, expected PNG, JPEG, BMP or TIFF");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                requireSize(reader.getWidth(0), reader.getHeight(0));
                return of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DatasetException("is a broken image: " + e.getMessage(), e);
        }
    }

    private static void requireSize(int width, int height) {
        if ((long) width * height > MAX_PIXELS) {
            throw new DatasetException(
                    "is %d x %d pixels, expected at most %d in all".formatted(width, height, MAX_PIXELS));
        }
    }

    private static Picture of(BufferedImage image) {
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
        int[] samples = raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), 0,
                (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) (samples[i] >> shift);
        }
        return new Picture(new Dimensions(1, raster.getHeight(), raster.getWidth()), pixels);
    }

    private static Picture colour(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        boolean grey = image.getColorModel() instanceof IndexColorModel && isGrey(argb);
        int channels = grey ? 1 : 3;
        byte[] pixels = new byte[argb.length * channels];
        for (int i = 0; i < argb.length; i++) {
            pixels[i * channels] = (byte) (argb[i] >> 16);
            if (!grey) {
                pixels[i * channels + 1] = (byte) (argb[i] >> 8);
                pixels[i * channels + 2] = (byte) argb[i];
            }
        }
        return new Picture(new Dimensions(channels, height, width), pixels);
    }

    private static boolean isGrey(int[] argb) {
        for (int pixel : argb) {
            int red = pixel >> 16 & 0xff;
            if (red != (pixel >> 8 & 0xff) || red != (pixel & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
