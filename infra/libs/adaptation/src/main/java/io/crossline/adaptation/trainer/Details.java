package io.crossline.adaptation.trainer;

import io.crossline.contracts.ImageShape;

/**
 * What is left of an image when the mean of each pixel's surroundings is taken away: scratches, edges, texture.
 *
 * @param values one a pixel, about 0
 */
record Details(double[] values) {

    /** A seventh of the shorter side, an odd number, 7 at least. */
    private static final int SHARE = 7;

    /** @param image uint8 {@code [H, W, C]}; the mean of its channels counts */
    static Details of(byte[] image, ImageShape shape) {
        int reach = Math.max(7, Math.min(shape.height(), shape.width()) / SHARE | 1) / 2;
        double[][] sums = sums(image, shape);
        double[] values = new double[shape.height() * shape.width()];
        for (int row = 0; row < shape.height(); row++) {
            int top = Math.max(0, row - reach);
            int bottom = Math.min(shape.height(), row + reach + 1);
            for (int column = 0; column < shape.width(); column++) {
                int left = Math.max(0, column - reach);
                int right = Math.min(shape.width(), column + reach + 1);
                double around = sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left];
                double pixel = sums[row + 1][column + 1] - sums[row][column + 1] - sums[row + 1][column]
                        + sums[row][column];
                values[row * shape.width() + column] = pixel - around / ((bottom - top) * (right - left));
            }
        }
        return new Details(values);
    }

    /** Third standardised moment: above 0 where bright details stand out, below 0 where dark ones do. */
    double skewness() {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double deviation = value - mean;
            squares += deviation * deviation / values.length;
            cubes += deviation * deviation * deviation / values.length;
        }
        return squares == 0 ? 0 : cubes / Math.pow(squares, 1.5);
    }

    /** Sums of all pixels above and to the left, {@code [H + 1][W + 1]}. */
    private static double[][] sums(byte[] image, ImageShape shape) {
        double[][] sums = new double[shape.height() + 1][shape.width() + 1];
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                double pixel = 0;
                for (int channel = 0; channel < shape.channels(); channel++) {
                    pixel += image[(row * shape.width() + column) * shape.channels() + channel] & 0xff;
                }
                sums[row + 1][column + 1] = pixel + sums[row][column + 1] + sums[row + 1][column] - sums[row][column];
            }
        }
        return sums;
    }
}
