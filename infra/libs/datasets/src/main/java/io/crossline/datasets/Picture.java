package io.crossline.datasets;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.crossline.contracts.PictureSettings;

/**
 * A decoded image file: PNG, JPEG, BMP or TIFF.
 *
 * @param size 1 channel for grey files, 3 for all others
 * @param pixels uint8 {@code [H, W, C]}
 * @param camera size before rows and columns were left out
 */
public record Picture(Dimensions size, byte[] pixels, Dimensions camera) {

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");

    Picture(Dimensions size, byte[] pixels) {
        this(size, pixels, size);
    }

    /** Whether the name ends like an image's. */
    public static boolean isNamedLikeImage(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** As {@link #of(BufferedImage, PictureSettings, List)}, with values of 16 bits before black. */
    static Picture of(BufferedImage image) {
        return of(image, PictureSettings.STRETCHED, new java.util.ArrayList<>());
    }

    /**
     * @param settings say how many bits count, and what stands behind transparent pixels
     * @param notes takes what its sender should know
     * @throws DatasetException if its values are of a kind that is not read
     */
    static Picture of(BufferedImage image, PictureSettings settings, List<PictureNote> notes) {
        return new PicturePixels(image, settings).picture(notes);
    }

    /** The same, turned as the orientation says. */
    Picture upright(Orientation orientation, Dimensions cameraInFile) {
        return new Picture(orientation.upright(size), orientation.upright(pixels, size),
                orientation.upright(cameraInFile));
    }
}
