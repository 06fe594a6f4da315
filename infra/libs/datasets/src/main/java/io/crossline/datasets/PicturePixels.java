package io.crossline.datasets;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;

import io.crossline.contracts.PictureSettings;

/**
 * Reads the values of a decoded file. Grey values are taken as they stand in the file: going through RGB would apply a gamma curve to
 * them. Transparent pixels are composed on the background of the settings.
 */
final class PicturePixels {

    private static final int OPAQUE = 255;

    private final BufferedImage image;
    private final PictureSettings settings;
    private final int width;
    private final int height;
    /** Red, green and blue behind transparent pixels, and their luma. */
    private final int[] background;
    private final int grey;

    PicturePixels(BufferedImage image, PictureSettings settings) {
        this.image = image;
        this.settings = settings;
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.background = new int[]{settings.background(0), settings.background(1), settings.background(2)};
        this.grey = ImageFitter.luma(background[0], background[1], background[2]);
    }

    /** @throws DatasetException if the values are of a kind that is not read */
    Picture picture(List<PictureNote> notes) {
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        int bands = image.getRaster().getNumBands();
        if (indexed || bands > 2 && !isDeep()) {
            return colour(indexed && isGrey() ? 1 : 3);
        }
        int channels = bands > 2 ? 3 : 1;
        boolean alpha = bands == channels + 1;
        return bands(channels, alpha, notes);
    }

    private boolean isDeep() {
        return image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT
                && settings.bits() != PictureSettings.MOST_BITS;
    }

    private Picture bands(int channels, boolean alpha, List<PictureNote> notes) {
        Raster raster = image.getRaster();
        boolean deep = switch (raster.getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_BYTE -> false;
            case DataBuffer.TYPE_USHORT -> true;
            default -> throw new DatasetException("has values of an unusual type, expected 8 or 16 bits a channel");
        };
        int shift = deep ? settings.bits() - 8 : 0;
        byte[] pixels = new byte[height * width * channels];
        int[] values = new int[width];
        int[] alphas = new int[width];
        int highest = 0;
        for (int y = 0; y < height; y++) {
            if (alpha) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, channels, alphas);
            }
            for (int channel = 0; channel < channels; channel++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, channel, values);
                for (int x = 0; x < width; x++) {
                    highest = Math.max(highest, values[x]);
                    int value = Math.min(255, values[x] >> shift);
                    pixels[(y * width + x) * channels + channel] = (byte) (alpha
                            ? composed(value, deep ? alphas[x] >> 8 : alphas[x],
                                    channels == 1 ? grey : background[channel])
                            : value);
                }
            }
        }
        if (deep) {
            noteBits(highest, notes);
        }
        return new Picture(new Dimensions(channels, height, width), pixels);
    }

    private void noteBits(int highest, List<PictureNote> notes) {
        int used = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
        if (used > settings.bits()) {
            notes.add(new PictureNote(PictureNote.Kind.TOO_BRIGHT, "has values up to " + highest
                    + ", but the line is set to bits=" + settings.bits() + ": all above "
                    + ((1 << settings.bits()) - 1) + " is white"));
        } else if (settings.bits() == PictureSettings.MOST_BITS && used >= 8 && used <= 14) {
            int likely = used + used % 2;
            notes.add(new PictureNote(PictureNote.Kind.TOO_DARK, "has no value above " + highest
                    + " of 65535, as from a camera of " + likely + " bits: set bits=" + likely
                    + " for the line, or its pictures are nearly black"));
        }
    }

    private Picture colour(int channels) {
        byte[] pixels = new byte[height * width * channels];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int argb : image.getRGB(0, y, width, 1, row, 0, width)) {
                int alpha = argb >>> 24;
                if (channels == 1) {
                    pixels[at++] = (byte) composed(argb >> 16 & 0xff, alpha, grey);
                    continue;
                }
                for (int channel = 0; channel < channels; channel++) {
                    pixels[at++] = (byte) composed(argb >> 16 - 8 * channel & 0xff, alpha, background[channel]);
                }
            }
        }
        return new Picture(new Dimensions(channels, height, width), pixels);
    }

    private static int composed(int value, int alpha, int behind) {
        return alpha == OPAQUE ? value : (value * alpha + behind * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
    }

    private boolean isGrey() {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
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
