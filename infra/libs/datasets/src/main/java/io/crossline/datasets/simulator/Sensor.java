package io.crossline.datasets.simulator;

import io.crossline.contracts.ImageShape;

/** Turns radiance into the bytes that a camera sends: averages the samples, blurs, adds noise, bends the tones. */
final class Sensor {

    private final Camera camera;
    private final ImageShape shape;

    Sensor(Camera camera, ImageShape shape) {
        this.camera = camera;
        this.shape = shape;
    }

    /**
     * @param planes radiance, one plane a channel, {@code oversampling} times as high and wide as the image
     * @return {@code [H, W, C]}, 0 to 255
     */
    byte[] expose(float[][] planes, int oversampling, RandomStream random) {
        int channels = shape.channels();
        byte[] pixels = new byte[shape.bytes()];
        double sigma = camera.blur() / 100 * Math.min(shape.height(), shape.width());
        for (int c = 0; c < channels; c++) {
            float[] image = blur(average(planes[c], oversampling), sigma);
            long bits = 0;
            for (int i = 0; i < image.length; i++) {
                bits = (i & 3) == 0 ? random.nextLong() : bits >>> 16;
                double value = (image[i] - 0.5) * camera.contrast() + 0.5 + camera.brightness();
                value = Math.pow(Math.max(0, Math.min(1, value)), camera.gamma());
                value += camera.noise() * Noise.normal(bits);
                pixels[i * channels + c] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
            }
        }
        return pixels;
    }

    private float[] average(float[] plane, int oversampling) {
        if (oversampling == 1) {
            return plane;
        }
        int width = shape.width();
        float[] image = new float[shape.height() * width];
        int stride = width * oversampling;
        float share = 1f / (oversampling * oversampling);
        for (int row = 0; row < shape.height() * oversampling; row++) {
            int to = row / oversampling * width;
            for (int column = 0; column < stride; column++) {
                image[to + column / oversampling] += plane[row * stride + column] * share;
            }
        }
        return image;
    }

    private float[] blur(float[] image, double sigma) {
        if (sigma < 0.1) {
            return image;
        }
        int radius = (int) Math.ceil(2.5 * sigma);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        int height = shape.height();
        int width = shape.width();
        float[] rows = new float[image.length];
        for (int row = 0; row < height; row++) {
            pass(image, rows, row * width, 1, width, kernel);
        }
        float[] result = new float[image.length];
        for (int column = 0; column < width; column++) {
            pass(rows, result, column, width, height, kernel);
        }
        return result;
    }

    /** One line of a separable convolution; the edge pixels repeat outwards. */
    private static void pass(float[] from, float[] to, int start, int stride, int length, float[] kernel) {
        int radius = kernel.length / 2;
        for (int i = 0; i < length; i++) {
            float value = 0;
            for (int k = -radius; k <= radius; k++) {
                value += kernel[k + radius] * from[start + stride * Math.max(0, Math.min(length - 1, i + k))];
            }
            to[start + stride * i] = value;
        }
    }
}
