package io.crossline.ingest.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes image files within bounds of memory, whatever a file claims to be. Of a file with more pixels than any training
 * can use, rows and columns are left out evenly while it is decoded. As many files are decoded at a time as a quarter of
 * the heap holds; others wait.
 */
public final class PictureDecoder {

    /** Larger files are refused before they are decoded: a small file may claim any size. */
    static final long MAX_PIXELS = 64_000_000;
    /** Whole rows are decoded, also where columns are left out. JPEG knows no more. */
    static final int MAX_SIDE = 65_535;
    /** Eight times the largest shape of a training in each direction. The same on every machine: it decides the pixels. */
    static final long DECODED_PIXELS = 4L << 20;

    /** Bytes of heap for a decoded pixel at worst: 16-bit RGBA, the {@link Picture}, and a channel that is resized. */
    private static final int BYTES_PER_PIXEL = 8 + 3 + 4 + 4;
    /** The warning of libjpeg where rows are missing. Where only the end marker is missing it warns in other words. */
    private static final String CUT_JPEG = "premature end of data segment";
    private static final int KIBIBYTE = 1024;
    private static final int BUDGET_KIBIBYTES = (int) Math.min(1 << 22,
            Runtime.getRuntime().maxMemory() / 4 / KIBIBYTE);
    private static final Semaphore BUDGET = new Semaphore(BUDGET_KIBIBYTES, true);

    static {
        ImageIO.setUseCache(false);
    }

    private PictureDecoder() {}

    /**
     * Decodes a file and hands the picture on. Whoever is handed it keeps no more than the result: the picture counts
     * against the memory for all that are decoded at the time.
     *
     * @throws DatasetException saying why the file is no image that can be used
     */
    public static <T> T decode(Path file, Function<Picture, T> use) {
        try {
            if (Files.size(file) == 0) {
                throw new DatasetException("is empty, expected an image");
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                return decode(in, use);
            }
        } catch (IOException e) {
            throw new DatasetException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T> T decode(ImageInputStream in, Function<Picture, T> use) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new DatasetException("is no image, expected PNG, JPEG, BMP or TIFF");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int step = step(reader);
            int kibibytes = Math.min(BUDGET_KIBIBYTES, kibibytes(reader, step));
            BUDGET.acquireUninterruptibly(kibibytes);
            try {
                return use.apply(picture(reader, step));
            } finally {
                BUDGET.release(kibibytes);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DatasetException("is a broken image: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** Every how many rows and columns one is decoded. */
    private static int step(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
            throw new DatasetException("is %d x %d pixels, expected at most %d in all and %d a side".formatted(width,
                    height, MAX_PIXELS, MAX_SIDE));
        }
        int step = 1;
        while (pixels(width, step) * pixels(height, step) > DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private static long pixels(int side, int step) {
        return (side + step - 1) / step;
    }

    /** What decoding takes of the heap. */
    private static int kibibytes(ImageReader reader, int step) throws IOException {
        long decoded = pixels(reader.getWidth(0), step) * pixels(reader.getHeight(0), step) * BYTES_PER_PIXEL;
        long buffer = bufferBytes(reader);
        if (buffer / KIBIBYTE > BUDGET_KIBIBYTES) {
            throw new DatasetException(
                    "is %d x %d pixels, of which %d x %d are decoded at once: that takes %d MiB, expected at most %d; a TIFF file may have smaller strips"
                            .formatted(reader.getWidth(0), reader.getHeight(0), reader.getTileWidth(0),
                                    reader.getTileHeight(0), buffer >> 20, BUDGET_KIBIBYTES / KIBIBYTE));
        }
        return (int) ((decoded + buffer) / KIBIBYTE) + 1;
    }

    /** What the reader holds beside the decoded pixels. PNG and JPEG are read by rows, TIFF by strips, BMP may be read whole. */
    private static long bufferBytes(ImageReader reader) throws IOException {
        return switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
            case "tif", "tiff" -> 2L * reader.getTileWidth(0) * reader.getTileHeight(0) * bytesPerPixel(reader);
            case "bmp" -> (long) reader.getWidth(0) * reader.getHeight(0);
            default -> 0;
        };
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        int bits = 0;
        for (int size : reader.getRawImageType(0).getSampleModel().getSampleSize()) {
            bits += size;
        }
        return (bits + 7) / 8;
    }

    private static Picture picture(ImageReader reader, int step) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, step / 2, step / 2);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, param);
        if (warnings.stream().anyMatch(warning -> warning.contains(CUT_JPEG))) {
            throw new DatasetException("is cut: the file ends before the picture does");
        }
        return Picture.of(image);
    }
}
