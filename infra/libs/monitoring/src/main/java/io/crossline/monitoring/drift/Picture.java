package io.crossline.monitoring.drift;

import java.util.Arrays;

import io.crossline.contracts.ImageShape;

/** One image in grey values, and its {@linkplain PictureStatistic statistics}. */
final class Picture {

    /** What differs less than this from the border counts as background, in grey values. */
    private static final double BACKGROUND = 16;

    private final double[] grey;
    private final int height;
    private final int width;

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @param image index of the image
     */
    Picture(byte[] pixels, int image, ImageShape shape) {
        this.height = shape.height();
        this.width = shape.width();
        this.grey = new double[height * width];
        int at = image * shape.bytes();
        for (int i = 0; i < grey.length; i++) {
            for (int c = 0; c < shape.channels(); c++) {
                grey[i] += (pixels[at++] & 0xff) / (double) shape.channels();
            }
        }
    }

    /** All statistics, in the order of the enum. */
    double[] statistics() {
        double[] values = new double[PictureStatistic.values().length];
        double brightness = Arrays.stream(grey).average().orElse(0);
        double contrast = deviation(grey, brightness);
        values[PictureStatistic.BRIGHTNESS.ordinal()] = brightness;
        values[PictureStatistic.CONTRAST.ordinal()] = contrast;
        values[PictureStatistic.SHARPNESS.ordinal()] = contrast == 0 ? 0 : laplacianDeviation() / contrast;
        values[PictureStatistic.NOISE.ordinal()] = noise();
        locate(values);
        return values;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    private double laplacianDeviation() {
        double[] laplacian = new double[(height - 2) * (width - 2)];
        int to = 0;
        double mean = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double value = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
                laplacian[to++] = value;
                mean += value / laplacian.length;
            }
        }
        return deviation(laplacian, mean);
    }

    /** Immerkaer 1996: the mean absolute difference of two Laplacians, which cancels edges, scaled to a deviation. */
    private double noise() {
        double sum = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                sum += Math.abs(at(x - 1, y - 1) - 2 * at(x, y - 1) + at(x + 1, y - 1) - 2 * at(x - 1, y)
                        + 4 * at(x, y) - 2 * at(x + 1, y) + at(x - 1, y + 1) - 2 * at(x, y + 1) + at(x + 1, y + 1));
            }
        }
        return Math.sqrt(Math.PI / 2) * sum / (6.0 * (height - 2) * (width - 2));
    }

    private void locate(double[] values) {
        double border = borderMedian();
        double mass = 0;
        double centreX = 0;
        double centreY = 0;
        double squares = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double difference = Math.abs(at(x, y) - border);
                double weight = difference < BACKGROUND ? 0 : difference;
                mass += weight;
                centreX += weight * x;
                centreY += weight * y;
                squares += weight * (x * x + y * y);
            }
        }
        centreX = mass == 0 ? (width - 1) / 2.0 : centreX / mass;
        centreY = mass == 0 ? (height - 1) / 2.0 : centreY / mass;
        values[PictureStatistic.HORIZONTAL.ordinal()] = centreX;
        values[PictureStatistic.VERTICAL.ordinal()] = centreY;
        values[PictureStatistic.SCALE.ordinal()] = mass == 0
                ? 0
                : Math.sqrt(Math.max(0, squares / mass - centreX * centreX - centreY * centreY));
    }

    private double borderMedian() {
        double[] border = new double[2 * (height + width) - 4];
        int to = 0;
        for (int x = 0; x < width; x++) {
            border[to++] = at(x, 0);
            border[to++] = at(x, height - 1);
        }
        for (int y = 1; y < height - 1; y++) {
            border[to++] = at(0, y);
            border[to++] = at(width - 1, y);
        }
        Arrays.sort(border);
        return border[border.length / 2];
    }

    private double at(int x, int y) {
        return grey[y * width + x];
    }
}
