package io.crossline.datasets.simulator;

import io.crossline.contracts.ImageShape;

/**
 * What tests measure of an image, in grey levels.
 *
 * @param sharpness mean absolute difference of neighbours
 */
record ImageStatistics(double mean, double deviation, double sharpness) {

    static ImageStatistics of(byte[] pixels, ImageShape shape) {
        double sum = 0;
        double squares = 0;
        double steps = 0;
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 255;
            sum += value;
            squares += value * value;
            steps += Math.abs(value - (pixels[Math.max(0, i - shape.channels())] & 255));
        }
        double mean = sum / pixels.length;
        return new ImageStatistics(mean, Math.sqrt(squares / pixels.length - mean * mean), steps / pixels.length);
    }

    /** Mean statistics of a line's first hundred images. */
    static ImageStatistics of(LineProfile profile) {
        ImageShape shape = new ImageShape(1, 64, 64);
        LineSimulator line = new LineSimulator(profile, shape, 1);
        double[] sums = new double[3];
        int images = 60;
        for (int i = 0; i < images; i++) {
            ImageStatistics one = of(line.image(i).pixels(), shape);
            sums[0] += one.mean / images;
            sums[1] += one.deviation / images;
            sums[2] += one.sharpness / images;
        }
        return new ImageStatistics(sums[0], sums[1], sums[2]);
    }
}
