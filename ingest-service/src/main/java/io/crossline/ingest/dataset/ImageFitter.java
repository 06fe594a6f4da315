package io.crossline.ingest.dataset;

import io.crossline.contracts.ImageShape;

/**
 * Brings an image of any size and channel count to one shape: first the channels, then the size.
 *
 * <p>
 * Grey from colour is the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B; colour from grey repeats it. Another aspect
 * ratio is stretched. Sizes are changed by {@link Resampler}; values are rounded half up.
 */
public final class ImageFitter {

    private final ImageShape to;

    public ImageFitter(ImageShape to) {
        this.to = to;
    }

    /** The shape of what is fitted. */
    public ImageShape shape() {
        return to;
    }

    /** @return uint8 {@code [H, W, C]} of this fitter's shape; the picture's own array where nothing changes */
    public byte[] fit(Picture picture) {
        return fit(picture.pixels(), picture.size());
    }

    /**
     * @param pixels uint8 {@code [H, W, C]} of size {@code from}
     * @return uint8 {@code [H, W, C]} of this fitter's shape; the same array where nothing changes
     */
    byte[] fit(byte[] pixels, Dimensions from) {
        return from.equals(Dimensions.of(to)) ? pixels : fit(i -> pixels[i] & 0xff, from);
    }

    /**
     * @param values {@code [H, W, C]} of size {@code from}, 0 to 255, not rounded
     * @return uint8 {@code [H, W, C]} of this fitter's shape
     */
    byte[] fit(float[] values, Dimensions from) {
        return fit(i -> values[i], from);
    }

    /** Channel after channel, so that a large picture takes no more than one of them. */
    private byte[] fit(Values values, Dimensions from) {
        boolean luma = from.channels() == 3 && to.channels() == 1;
        int planes = luma ? 1 : from.channels();
        byte[] pixels = new byte[to.bytes()];
        for (int channel = 0; channel < planes; channel++) {
            float[] plane = luma ? luma(values, from) : plane(values, from, channel);
            float[] sized = from.height() == to.height() && from.width() == to.width()
                    ? plane
                    : Resampler.resize(plane, from.height(), from.width(), to.height(), to.width());
            write(sized, pixels, channel, planes);
        }
        return pixels;
    }

    /** Values of an image, by their index in {@code [H, W, C]}. */
    @FunctionalInterface
    private interface Values {

        float at(int index);
    }

    private static float[] plane(Values values, Dimensions from, int channel) {
        float[] plane = new float[from.height() * from.width()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = values.at(i * from.channels() + channel);
        }
        return plane;
    }

    private static float[] luma(Values rgb, Dimensions from) {
        float[] grey = new float[from.height() * from.width()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.299f * rgb.at(3 * i) + 0.587f * rgb.at(3 * i + 1) + 0.114f * rgb.at(3 * i + 2);
        }
        return grey;
    }

    /** Writes a plane to its channel, or to all channels where there is only one plane. */
    private void write(float[] plane, byte[] pixels, int channel, int planes) {
        int channels = to.channels();
        for (int i = 0; i < plane.length; i++) {
            byte value = (byte) Math.max(0, Math.min(255, (int) Math.floor(plane[i] + 0.5f)));
            if (planes == channels) {
                pixels[i * channels + channel] = value;
            } else {
                pixels[i * channels] = value;
                pixels[i * channels + 1] = value;
                pixels[i * channels + 2] = value;
            }
        }
    }
}
