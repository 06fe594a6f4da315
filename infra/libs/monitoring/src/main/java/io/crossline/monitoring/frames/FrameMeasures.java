package io.crossline.monitoring.frames;

import java.util.zip.CRC32C;

import io.crossline.contracts.ImageShape;

/**
 * What the checks look at in one frame, in grey values 0 to 255. A colour frame's grey value is the mean of its channels.
 *
 * @param light the grey value that 1 % of the pixels exceed; a digit on black has one of its strokes
 * @param white share of pixels of at least 240, 0 to 1
 * @param structure standard deviation of the means of blocks, so that noise counts little, / ({@code light} + 16): the same in half the light
 * @param sharpness standard deviation of the Laplacian / standard deviation, both of binned pixels: the same in half the light and at half the contrast
 * @param constant share of rows at the bottom that have one constant value, 0 to 1; see {@link LowerPart}
 * @param rows checksum of each row
 * @param blocks mean grey value of each block, at most 17 a side
 */
record FrameMeasures(double light, double white, double structure, double sharpness, double constant, int[] rows,
        float[] blocks) {

    private static final int WHITE = 240;
    private static final double LIGHT_SHARE = 0.01;
    private static final double DARK_OFFSET = 16;
    private static final int BLOCKS = 16;
    private static final int LEAST_BLOCK = 4;
    /** Smallest bin: it takes away half of the noise, and leaves a defocus of a pixel or two to be seen. */
    private static final int LEAST_BIN = 2;
    private static final int BINS = 128;

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @param image index of the image
     */
    static FrameMeasures of(byte[] pixels, int image, ImageShape shape) {
        int from = image * shape.bytes();
        int height = shape.height();
        int width = shape.width();
        int[] histogram = new int[256];
        Bins blocks = new Bins(height, width, Math.max(LEAST_BLOCK, ceil(Math.max(height, width), BLOCKS)));
        Bins bins = new Bins(height, width, Math.max(LEAST_BIN, Math.min(height, width) / BINS));
        int[] rows = new int[height];
        int[] grey = new int[width];
        int bytes = width * shape.channels();
        for (int y = 0; y < height; y++) {
            int at = from + y * bytes;
            CRC32C checksum = new CRC32C();
            checksum.update(pixels, at, bytes);
            rows[y] = (int) checksum.getValue();
            grey(pixels, at, shape.channels(), grey);
            for (int value : grey) {
                histogram[value]++;
            }
            blocks.add(grey, y);
            bins.add(grey, y);
        }
        float[] means = blocks.means();
        double light = upperQuantile(histogram, height * width);
        return new FrameMeasures(light, white(histogram, height * width), deviation(means) / (light + DARK_OFFSET),
                bins.sharpness(), LowerPart.constant(pixels, from, shape), rows, means);
    }

    private static void grey(byte[] pixels, int at, int channels, int[] grey) {
        int from = at;
        for (int x = 0; x < grey.length; x++) {
            if (channels == 1) {
                grey[x] = pixels[from++] & 0xff;
            } else {
                grey[x] = ((pixels[from] & 0xff) + (pixels[from + 1] & 0xff) + (pixels[from + 2] & 0xff)) / 3;
                from += 3;
            }
        }
    }

    private static double upperQuantile(int[] histogram, int count) {
        int above = 0;
        int value = 255;
        while (value > 0 && above + histogram[value] <= LIGHT_SHARE * count) {
            above += histogram[value--];
        }
        return value;
    }

    private static double white(int[] histogram, int count) {
        int white = 0;
        for (int value = WHITE; value < histogram.length; value++) {
            white += histogram[value];
        }
        return (double) white / count;
    }

    static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }

    static int ceil(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }
}
