package io.crossline.networks.backbone;

import io.crossline.contracts.ImageShape;

/** Makes the network's input of an image. An image of another shape is stretched. */
final class NetworkInput {

    private final Preprocessing preprocessing;

    NetworkInput(Preprocessing preprocessing) {
        this.preprocessing = preprocessing;
    }

    /** {@code [1, C, H, W]} or {@code [1, H, W, C]}. */
    long[] shape() {
        int channels = preprocessing.channels().count();
        return preprocessing.layout() == Layout.NCHW
                ? new long[]{1, channels, preprocessing.height(), preprocessing.width()}
                : new long[]{1, preprocessing.height(), preprocessing.width(), channels};
    }

    /**
     * @param image uint8 {@code [H, W, C]}
     * @return values of {@link #shape()}
     */
    float[] of(byte[] image, ImageShape shape) {
        double[][] planes = planes(image, shape);
        int channels = preprocessing.channels().count();
        int area = preprocessing.height() * preprocessing.width();
        float[] input = new float[channels * area];
        for (int channel = 0; channel < channels; channel++) {
            double mean = preprocessing.mean().get(channel);
            double std = preprocessing.std().get(channel);
            double[] plane = planes.length == 1 ? planes[0] : planes[preprocessing.channels().source(channel)];
            for (int pixel = 0; pixel < area; pixel++) {
                int at = preprocessing.layout() == Layout.NCHW ? channel * area + pixel : pixel * channels + channel;
                input[at] = (float) ((plane[pixel] * preprocessing.scale() - mean) / std);
            }
        }
        return input;
    }

    /** The resized channels, 0 to 255: one if the image is grey or the network takes grey images, else red, green and blue. */
    private double[][] planes(byte[] image, ImageShape shape) {
        boolean isGray = shape.channels() == 1 || preprocessing.channels() == ChannelOrder.GRAY;
        double[][] planes = new double[isGray ? 1 : shape.channels()][];
        Resampling rows = new Resampling(shape.height(), preprocessing.height());
        Resampling columns = new Resampling(shape.width(), preprocessing.width());
        for (int channel = 0; channel < planes.length; channel++) {
            double[] plane = isGray ? gray(image, shape) : plane(image, shape, channel);
            planes[channel] = resized(plane, shape, rows, columns);
        }
        return planes;
    }

    private static double[] plane(byte[] image, ImageShape shape, int channel) {
        double[] plane = new double[shape.height() * shape.width()];
        for (int pixel = 0; pixel < plane.length; pixel++) {
            plane[pixel] = image[pixel * shape.channels() + channel] & 0xff;
        }
        return plane;
    }

    private static double[] gray(byte[] image, ImageShape shape) {
        double[] gray = new double[shape.height() * shape.width()];
        for (int pixel = 0; pixel < gray.length; pixel++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                gray[pixel] += (image[pixel * shape.channels() + channel] & 0xff) / (double) shape.channels();
            }
        }
        return gray;
    }

    private static double[] resized(double[] plane, ImageShape shape, Resampling rows, Resampling columns) {
        double[] narrowed = new double[shape.height() * columns.length()];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < columns.length(); x++) {
                narrowed[y * columns.length() + x] = columns.at(x, plane, y * shape.width(), 1);
            }
        }
        double[] resized = new double[rows.length() * columns.length()];
        for (int y = 0; y < rows.length(); y++) {
            for (int x = 0; x < columns.length(); x++) {
                resized[y * columns.length() + x] = rows.at(y, narrowed, x, columns.length());
            }
        }
        return resized;
    }
}
