package io.crossline.adaptation.trainer;

import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/**
 * A smooth random displacement of an image's pixels (Simard, Steinkraus and Platt 2003): independent uniform shifts at the
 * points of a 4x4 grid over the image, between them Catmull-Rom splines.
 */
final class ElasticField {

    private static final int GRID = 4;
    private static final int NEIGHBOURS = 4;

    private final double[][] down;
    private final double[][] across;
    private final int width;

    ElasticField(ImageShape shape) {
        this.down = weights(shape.height());
        this.across = weights(shape.width());
        this.width = shape.width();
    }

    /**
     * @param limit of the grid points' shifts along one axis, in pixels
     * @return a shift along one axis for each pixel, row by row
     */
    double[] draw(double limit, SplittableRandom random) {
        double[] field = new double[down.length * width];
        if (limit == 0) {
            return field;
        }
        double[] shifts = new double[GRID * GRID];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = RandomAugmentation.around(limit, random);
        }
        double[] row = new double[GRID];
        for (int y = 0; y < down.length; y++) {
            for (int j = 0; j < GRID; j++) {
                row[j] = 0;
                for (int i = 0; i < GRID; i++) {
                    row[j] += down[y][i] * shifts[i * GRID + j];
                }
            }
            for (int x = 0; x < width; x++) {
                for (int j = 0; j < GRID; j++) {
                    field[y * width + x] += across[x][j] * row[j];
                }
            }
        }
        return field;
    }

    /** Weight of each grid point for each pixel of a side; the outermost points repeat outwards. */
    private static double[][] weights(int side) {
        double[][] weights = new double[side][GRID];
        for (int pixel = 0; pixel < side; pixel++) {
            double at = pixel * (GRID - 1.0) / (side - 1);
            int before = Math.min(GRID - 2, (int) at);
            double[] spline = catmullRom(at - before);
            for (int i = 0; i < NEIGHBOURS; i++) {
                weights[pixel][Math.min(GRID - 1, Math.max(0, before - 1 + i))] += spline[i];
            }
        }
        return weights;
    }

    /** Weights of the four points around a place t between the middle two, 0 to 1. */
    private static double[] catmullRom(double t) {
        return new double[]{((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((4 - 3 * t) * t + 1) * t / 2,
                (t - 1) * t * t / 2};
    }
}
