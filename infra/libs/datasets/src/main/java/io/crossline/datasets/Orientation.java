package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Path;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;

import io.crossline.contracts.PictureRegion;

/**
 * How the rows and columns of a file lie in the upright picture: EXIF's tag Orientation, 1 to 8.
 *
 * @param value 1 where the file is upright
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);
    private static final int LAST = 8;

    /** Upright where the file does not say otherwise. */
    static Orientation of(Path file) {
        try {
            for (ExifIFD0Directory directory : ImageMetadataReader.readMetadata(file.toFile())
                    .getDirectoriesOfType(ExifIFD0Directory.class)) {
                if (directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                    int value = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
                    return value >= 1 && value <= LAST ? new Orientation(value) : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (ImageProcessingException | MetadataException | IOException e) {
            // the decoder says what is wrong with a file that is no picture
            return UPRIGHT;
        }
    }

    /** Whether rows of the file are columns of the upright picture. */
    boolean isTransposed() {
        return value > 4;
    }

    /** Size of the upright picture. */
    Dimensions upright(Dimensions file) {
        return isTransposed() ? new Dimensions(file.channels(), file.width(), file.height()) : file;
    }

    /**
     * Where a region of the upright picture lies in the file.
     *
     * @param file its size
     */
    PictureRegion inFile(PictureRegion region, Dimensions file) {
        int right = region.x() + region.width() - 1;
        int lower = region.y() + region.height() - 1;
        int left = Math.min(column(region.x(), region.y(), file), column(right, lower, file));
        int top = Math.min(row(region.x(), region.y(), file), row(right, lower, file));
        return isTransposed()
                ? new PictureRegion(left, top, region.height(), region.width())
                : new PictureRegion(left, top, region.width(), region.height());
    }

    /** @param pixels {@code [H, W, C]} as in the file, of size {@code file} */
    byte[] upright(byte[] pixels, Dimensions file) {
        if (value == 1) {
            return pixels;
        }
        Dimensions to = upright(file);
        int channels = file.channels();
        byte[] upright = new byte[pixels.length];
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int from = (row(x, y, file) * file.width() + column(x, y, file)) * channels;
                System.arraycopy(pixels, from, upright, (y * to.width() + x) * channels, channels);
            }
        }
        return upright;
    }

    private int column(int x, int y, Dimensions file) {
        return switch (value) {
            case 2, 3 -> file.width() - 1 - x;
            case 5, 6 -> y;
            case 7, 8 -> file.width() - 1 - y;
            default -> x;
        };
    }

    private int row(int x, int y, Dimensions file) {
        return switch (value) {
            case 3, 4 -> file.height() - 1 - y;
            case 5, 8 -> x;
            case 6, 7 -> file.height() - 1 - x;
            default -> y;
        };
    }
}
