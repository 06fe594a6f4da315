package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/**
 * A random affine map about the image's centre and a random elastic displacement, sampled bilinearly at once: at strength 1 a
 * scale of 0.8 to 1.25 (uniform in its logarithm), a rotation of up to 10 degrees, a shear of up to 0.2, a shift of up to a
 * fourteenth of each side, and {@linkplain ElasticField displacements} of up to an eighteenth. What comes in from outside is
 * the median of the image's border, channel by channel, or the image mirrored at its border.
 */
final class RandomPlace extends RandomAugmentation {

    private static final double LOG_SCALE = Math.log(1.25);
    private static final double ROTATION = Math.toRadians(10);
    private static final double SHEAR = 0.2;
    private static final double SHIFT = 1.0 / 14;
    private static final double ELASTIC = 1.0 / 18;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final double affine;
    private final double rotation;
    private final double elastic;
    private final Distortions.Edge edge;
    private final ElasticField field;

    /**
     * @param affine factor of the affine map's ranges, 0 to 1
     * @param rotation factor of the rotation's range beside {@code affine}, 0 to 1
     * @param elastic factor of the displacements, 0 to 1
     * @param edge what comes in from outside
     */
    RandomPlace(double affine, double rotation, double elastic, Distortions.Edge edge, ImageShape shape, long seed) {
        super(shape, seed, SPREAD);
        this.affine = affine;
        this.rotation = rotation;
        this.elastic = elastic;
        this.edge = edge;
        this.field = new ElasticField(shape);
    }

    @Override
    byte[] change(byte[] image, SplittableRandom random) {
        double scale = Math.exp(around(affine * LOG_SCALE, random));
        double angle = around(affine * rotation * ROTATION, random);
        double shear = around(affine * SHEAR, random);
        double shiftX = around(affine * SHIFT, random) * shape().width();
        double shiftY = around(affine * SHIFT, random) * shape().height();
        double cos = Math.cos(angle) / scale;
        double sin = Math.sin(angle) / scale;
        double[] elasticX = field.draw(elastic * ELASTIC * shape().width(), random);
        double[] elasticY = field.draw(elastic * ELASTIC * shape().height(), random);
        return sample(image, new Affine(cos, shear * cos - sin, sin, shear * sin + cos, shiftX, shiftY), elasticX,
                elasticY);
    }

    /** The pixel at (x, y) from the centre comes from (xx x + xy y + dx, yx x + yy y + dy). */
    private record Affine(double xx, double xy, double yx, double yy, double dx, double dy) {}

    private byte[] sample(byte[] image, Affine map, double[] elasticX, double[] elasticY) {
        int height = shape().height();
        int width = shape().width();
        int channels = shape().channels();
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        int[] border = borderMedian(image);
        byte[] out = new byte[image.length];
        int at = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double fromX = column - centreX;
                double fromY = row - centreY;
                int pixel = row * width + column;
                double x = map.xx * fromX + map.xy * fromY + map.dx + centreX + elasticX[pixel];
                double y = map.yx * fromX + map.yy * fromY + map.dy + centreY + elasticY[pixel];
                int left = (int) Math.floor(x);
                int top = (int) Math.floor(y);
                double u = x - left;
                double v = y - top;
                for (int channel = 0; channel < channels; channel++) {
                    double above = (1 - u) * pixel(image, left, top, channel, border)
                            + u * pixel(image, left + 1, top, channel, border);
                    double below = (1 - u) * pixel(image, left, top + 1, channel, border)
                            + u * pixel(image, left + 1, top + 1, channel, border);
                    out[at++] = (byte) Math.round((1 - v) * above + v * below);
                }
            }
        }
        return out;
    }

    private int pixel(byte[] image, int column, int row, int channel, int[] border) {
        if (edge == Distortions.Edge.REFLECTED) {
            int inside = reflected(row, shape().height()) * shape().width() + reflected(column, shape().width());
            return image[inside * shape().channels() + channel] & 0xff;
        }
        return column < 0 || row < 0 || column >= shape().width() || row >= shape().height()
                ? border[channel]
                : image[(row * shape().width() + column) * shape().channels() + channel] & 0xff;
    }

    /** The pixel that a mirror at the border shows; far outside, the last one. */
    private static int reflected(int at, int size) {
        int inside = at < 0 ? -1 - at : at >= size ? 2 * size - 1 - at : at;
        return Math.max(0, Math.min(size - 1, inside));
    }

    private int[] borderMedian(byte[] image) {
        int height = shape().height();
        int width = shape().width();
        int[] medians = new int[shape().channels()];
        int[] values = new int[2 * (height + width) - 4];
        for (int channel = 0; channel < medians.length; channel++) {
            int count = 0;
            for (int column = 0; column < width; column++) {
                values[count++] = pixel(image, column, 0, channel, medians);
                values[count++] = pixel(image, column, height - 1, channel, medians);
            }
            for (int row = 1; row < height - 1; row++) {
                values[count++] = pixel(image, 0, row, channel, medians);
                values[count++] = pixel(image, width - 1, row, channel, medians);
            }
            Arrays.sort(values);
            medians[channel] = values[values.length / 2];
        }
        return medians;
    }
}
