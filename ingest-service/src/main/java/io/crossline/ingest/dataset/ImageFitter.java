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

    /**
     * @param pixels uint8 {@code [H, W, C]} of size {@code from}
     * @return uint8 {@code [H, W, C]} of this fitter's shape; the same array where nothing changes
     */
    public byte[] fit(byte[] pixels, Dimensions from) {
        if (from.equals(Dimensions.of(to))) {
            return pixels;
        }
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = pixels[i] & 0xff;
        }
        return fit(values, from);
    }

    /**
     * @param values {@code [H, W, C]} of size {@code from}, 0 to 255, not rounded
     * @return uint8 {@code [H, W, C]} of this fitter's shape
     */
    byte[] fit(float[] values, Dimensions from) {
        float[][] planes = from.channels() == to.channels() || from.channels() == 1
                ? planes(values, from.channels())
                : new float[][]{luma(values)};
        byte[] pixels = new byte[to.bytes()];
        for (int channel = 0; channel < planes.length; channel++) {
            float[] plane = from.height() == to.height() && from.width() == to.width()
                    ? planes[channel]
                    : Resampler.resize(planes[channel], from.height(), from.width(), to.height(), to.width());
            write(plane, pixels, channel, planes.length);
        }
        return pixels;
    }

    private static float[][] planes(float[] values, int channels) {
        if (channels == 1) {
            return new float[][]{values};
        }
        float[][] planes = new float[channels][values.length / channels];
        for (int i = 0; i < values.length; i++) {
            planes[i % channels][i / channels] = values[i];
        }
        return planes;
    }

    private static float[] luma(float[] rgb) {
        float[] grey = new float[rgb.length / 3];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.299f * rgb[3 * i] + 0.587f * rgb[3 * i + 1] + 0.114f * rgb[3 * i + 2];
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
