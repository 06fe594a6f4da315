package io.crossline.datasets;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureFit;
import io.crossline.contracts.PictureSettings;

/**
 * Brings an image of any size and channel count to one shape: first the channels, then the size.
 *
 * <p>
 * Grey from colour is the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B; colour from grey repeats it. Another aspect
 * ratio is letterboxed, cropped or stretched, as the settings say. Sizes are changed by {@link Resampler}; values are rounded half up.
 */
public final class ImageFitter {

    private final ImageShape to;
    private final PictureFit fit;
    private final int[] background;

    /** Stretches another aspect ratio. */
    public ImageFitter(ImageShape to) {
        this(to, PictureSettings.STRETCHED);
    }

    /** @param settings of which {@code fit} and {@code background} count */
    public ImageFitter(ImageShape to, PictureSettings settings) {
        this.to = to;
        this.fit = settings.fit();
        this.background = to.channels() == 1
                ? new int[]{luma(settings.background(0), settings.background(1), settings.background(2))}
                : new int[]{settings.background(0), settings.background(1), settings.background(2)};
    }

    /** Luma of a colour, 0 to 255. */
    static int luma(int red, int green, int blue) {
        return Math.round(0.299f * red + 0.587f * green + 0.114f * blue);
    }

    /** The shape of what is fitted. */
    public ImageShape shape() {
        return to;
    }

    /** Pixels of the image for one of the picture: the smaller one of the two directions where it is stretched. */
    double scale(Dimensions from) {
        double vertical = (double) to.height() / from.height();
        double horizontal = (double) to.width() / from.width();
        return fit == PictureFit.CROP ? Math.max(vertical, horizontal) : Math.min(vertical, horizontal);
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
        byte[] pixels = blank();
        for (int channel = 0; channel < planes; channel++) {
            float[] plane = luma ? luma(values, from) : plane(values, from, channel);
            write(switch (fit) {
                case STRETCH ->
                    whole(resized(plane, from.height(), from.width(), to.height(), to.width()));
                case CROP -> whole(cropped(plane, from));
                case LETTERBOX -> letterboxed(plane, from);
            }, pixels, channel, planes);
        }
        return pixels;
    }

    /** All of it background. */
    private byte[] blank() {
        byte[] pixels = new byte[to.bytes()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) background[i % background.length];
        }
        return pixels;
    }

    /** Values {@code [height, width]} and where they stand in the image. */
    private record Placed(float[] values, int top, int left, int height, int width) {}

    private Placed whole(float[] values) {
        return new Placed(values, 0, 0, to.height(), to.width());
    }

    private static float[] resized(float[] plane, int fromHeight, int fromWidth, int height, int width) {
        return fromHeight == height && fromWidth == width
                ? plane
                : Resampler.resize(plane, fromHeight, fromWidth, height, width);
    }

    private float[] cropped(float[] plane, Dimensions from) {
        double scale = scale(from);
        int height = Math.min(from.height(), Math.max(1, (int) Math.round(to.height() / scale)));
        int width = Math.min(from.width(), Math.max(1, (int) Math.round(to.width() / scale)));
        int top = (from.height() - height) / 2;
        int left = (from.width() - width) / 2;
        float[] middle = new float[height * width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, (top + y) * from.width() + left, middle, y * width, width);
        }
        return resized(middle, height, width, to.height(), to.width());
    }

    private Placed letterboxed(float[] plane, Dimensions from) {
        double scale = scale(from);
        int height = Math.min(to.height(), Math.max(1, (int) Math.round(from.height() * scale)));
        int width = Math.min(to.width(), Math.max(1, (int) Math.round(from.width() * scale)));
        return new Placed(resized(plane, from.height(), from.width(), height, width), (to.height() - height) / 2,
                (to.width() - width) / 2, height, width);
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
    private void write(Placed plane, byte[] pixels, int channel, int planes) {
        int channels = to.channels();
        for (int i = 0; i < plane.values().length; i++) {
            int at = ((plane.top() + i / plane.width()) * to.width() + plane.left() + i % plane.width()) * channels;
            byte value = (byte) Math.max(0, Math.min(255, (int) Math.floor(plane.values()[i] + 0.5f)));
            if (planes == channels) {
                pixels[at + channel] = value;
            } else {
                pixels[at] = value;
                pixels[at + 1] = value;
                pixels[at + 2] = value;
            }
        }
    }
}
