package io.crossline.datasets;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.crossline.contracts.PicturePages;
import io.crossline.contracts.PictureRegion;
import io.crossline.contracts.PictureSettings;

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
    /** A file may claim any number of pages. */
    static final int MAX_PAGES = 1000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg", "bmp", "tif", "tiff");
    /** Bytes of heap for a decoded pixel at worst: 16-bit RGBA, the {@link Picture}, once more upright, and a channel that is resized. */
    private static final int BYTES_PER_PIXEL = 8 + 3 + 3 + 4 + 4;
    /** The warning of libjpeg where rows are missing. Where only the end marker is missing it warns in other words. */
    private static final String CUT_JPEG = "premature end of data segment";
    private static final int KIBIBYTE = 1024;
    private static final int BUDGET_KIBIBYTES = (int) Math.min(1 << 22,
            Runtime.getRuntime().maxMemory() / 4 / KIBIBYTE);
    private static final Semaphore BUDGET = new Semaphore(BUDGET_KIBIBYTES, true);

    static {
        ImageIO.setUseCache(false);
        // the class path's readers come before the JDK's
        ImageIO.scanForPlugins();
    }

    private PictureDecoder() {}

    /** Takes a decoded picture. It keeps no more than its result: the picture counts against the memory for all that are decoded. */
    @FunctionalInterface
    public interface Use<T> {

        /**
         * @param page of the file, from 0
         * @param notes what its sender should know
         */
        T of(Picture picture, int page, List<PictureNote> notes);
    }

    /**
     * Decodes a file's first page, as it is.
     *
     * @throws DatasetException saying why the file is no image that can be used
     */
    public static <T> T decode(Path file, Function<Picture, T> use) {
        return decode(file, PictureSettings.STRETCHED, (picture, page, notes) -> use.apply(picture)).get(0);
    }

    /**
     * Decodes a file and hands its pictures on, upright and of the settings' region.
     *
     * @return what became of each page
     * @throws DatasetException saying why the file is no image that can be used
     */
    public static <T> List<T> decode(Path file, PictureSettings settings, Use<T> use) {
        return decode(file, settings, DECODED_PIXELS, use);
    }

    private static <T> List<T> decode(Path file, PictureSettings settings, long pixels, Use<T> use) {
        try {
            if (Files.size(file) == 0) {
                throw new DatasetException("is empty, expected an image");
            }
            Orientation orientation = settings.upright() ? Orientation.of(file) : Orientation.UPRIGHT;
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                return decode(in, new PictureFile(settings, orientation, pixels), use);
            }
        } catch (IOException e) {
            throw new DatasetException("cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The whole first page as its camera sent it, small and upright.
     *
     * @param pixels at most as many are decoded
     * @throws DatasetException saying why the file is no image that can be used
     */
    public static <T> T decodeSmall(Path file, PictureSettings settings, long pixels, Function<Picture, T> use) {
        PictureSettings whole = new PictureSettings(settings.fit(), null, settings.bits(), settings.background(),
                settings.upright(), PicturePages.FIRST, null);
        return decode(file, whole, pixels, (picture, page, notes) -> use.apply(picture)).get(0);
    }

    /** @param pixels at most as many are decoded of a page */
    private record PictureFile(PictureSettings settings, Orientation orientation, long pixels) {}

    private static <T> List<T> decode(ImageInputStream in, PictureFile file, Use<T> use) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new DatasetException("is no image, expected PNG, JPEG, BMP or TIFF");
        }
        ImageReader reader = readers.next();
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!FORMATS.contains(format)) {
                throw new DatasetException(
                        "is a " + format.toUpperCase(Locale.ROOT) + " file, expected PNG, JPEG, BMP or TIFF");
            }
            boolean mayHavePages = format.startsWith("tif");
            reader.setInput(in, !mayHavePages, true);
            return pages(reader, mayHavePages ? reader.getNumImages(true) : 1, file, use);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DatasetException("is a broken image" + figures(reader) + ": " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** What a broken file claims to be; nothing where even that cannot be read. */
    private static String figures(ImageReader reader) {
        try {
            return " of %d x %d pixels".formatted(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    private static <T> List<T> pages(ImageReader reader, int pages, PictureFile file, Use<T> use) throws IOException {
        PicturePages taken = file.settings().pages();
        if (pages > 1 && taken == PicturePages.REFUSE) {
            throw new DatasetException("has " + pages + " pages, expected one: pages=first or pages=all takes them");
        }
        if (pages > MAX_PAGES && taken == PicturePages.ALL) {
            throw new DatasetException("has " + pages + " pages, expected at most " + MAX_PAGES);
        }
        List<PictureNote> notes = pages > 1 && taken == PicturePages.FIRST
                ? List.of(new PictureNote(PictureNote.Kind.PAGES,
                        "has " + pages + " pages, of which the first one is taken"))
                : List.of();
        List<T> results = new ArrayList<>();
        for (int page = 0; page < (taken == PicturePages.ALL ? pages : 1); page++) {
            results.add(page(reader, page, file, notes, use));
        }
        return results;
    }

    private static <T> T page(ImageReader reader, int page, PictureFile file, List<PictureNote> notes, Use<T> use)
            throws IOException {
        Dimensions size = size(reader, page);
        PictureRegion region = region(size, file);
        int step = step(region, file.pixels());
        int kibibytes = Math.min(BUDGET_KIBIBYTES, kibibytes(reader, page, region, step));
        BUDGET.acquireUninterruptibly(kibibytes);
        try {
            List<PictureNote> all = new ArrayList<>(notes);
            Picture picture = picture(reader, page, region, step, file, all);
            return use.of(picture, page, all);
        } finally {
            BUDGET.release(kibibytes);
        }
    }

    private static Dimensions size(ImageReader reader, int page) throws IOException {
        int width = reader.getWidth(page);
        int height = reader.getHeight(page);
        if ((long) width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
            throw new DatasetException("is %d x %d pixels, expected at most %d in all and %d a side".formatted(width,
                    height, MAX_PIXELS, MAX_SIDE));
        }
        return new Dimensions(1, height, width);
    }

    /** What is decoded of the file, in the file's own rows and columns. */
    private static PictureRegion region(Dimensions size, PictureFile file) {
        PictureRegion region = file.settings().region();
        if (region == null) {
            return new PictureRegion(0, 0, size.width(), size.height());
        }
        Dimensions upright = file.orientation().upright(size);
        if (region.x() + region.width() > upright.width() || region.y() + region.height() > upright.height()) {
            throw new DatasetException(
                    "is %d x %d pixels, which does not hold the line's region %s (x, y, width, height)"
                            .formatted(upright.width(), upright.height(), region));
        }
        return file.orientation().inFile(region, size);
    }

    /** Every how many rows and columns one is decoded. */
    private static int step(PictureRegion region, long most) {
        int step = 1;
        while (pixels(region.width(), step) * pixels(region.height(), step) > most) {
            step++;
        }
        return step;
    }

    private static long pixels(int side, int step) {
        return (side + step - 1) / step;
    }

    /** What decoding takes of the heap. */
    private static int kibibytes(ImageReader reader, int page, PictureRegion region, int step) throws IOException {
        long decoded = pixels(region.width(), step) * pixels(region.height(), step) * BYTES_PER_PIXEL;
        long buffer = bufferBytes(reader, page);
        if (buffer / KIBIBYTE > BUDGET_KIBIBYTES) {
            throw new DatasetException(
                    "is %d x %d pixels, of which %d x %d are decoded at once: that takes %d MiB, expected at most %d; a TIFF file may have smaller strips"
                            .formatted(reader.getWidth(page), reader.getHeight(page), reader.getTileWidth(page),
                                    reader.getTileHeight(page), buffer >> 20, BUDGET_KIBIBYTES / KIBIBYTE));
        }
        return (int) ((decoded + buffer) / KIBIBYTE) + 1;
    }

    /** What the reader holds beside the decoded pixels. PNG and JPEG are read by rows, TIFF by strips, BMP may be read whole. */
    private static long bufferBytes(ImageReader reader, int page) throws IOException {
        return switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
            case "tif", "tiff" ->
                2L * reader.getTileWidth(page) * reader.getTileHeight(page) * bytesPerPixel(reader, page);
            case "bmp" -> (long) reader.getWidth(page) * reader.getHeight(page);
            default -> 0;
        };
    }

    private static int bytesPerPixel(ImageReader reader, int page) throws IOException {
        int bits = 0;
        for (int size : reader.getRawImageType(page).getSampleModel().getSampleSize()) {
            bits += size;
        }
        return (bits + 7) / 8;
    }

    private static Picture picture(ImageReader reader, int page, PictureRegion region, int step, PictureFile file,
            List<PictureNote> notes) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        if (file.settings().region() != null) {
            param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
        }
        param.setSourceSubsampling(step, step, step / 2, step / 2);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(page, param);
        reader.removeAllIIOReadWarningListeners();
        if (warnings.stream().anyMatch(warning -> warning.contains(CUT_JPEG))) {
            throw new DatasetException("is cut: the file ends before the picture does");
        }
        Picture found = Picture.of(image, file.settings(), notes);
        Dimensions camera = new Dimensions(found.size().channels(), region.height(), region.width());
        return found.upright(file.orientation(), camera);
    }
}
