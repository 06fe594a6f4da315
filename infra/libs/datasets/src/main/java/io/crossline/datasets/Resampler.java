package io.crossline.datasets;

/**
 * Resizes one channel with a separable triangle filter.
 *
 * <p>
 * Enlarging is bilinear interpolation with pixel centres at half coordinates, PyTorch's
 * {@code F.interpolate(mode="bilinear", align_corners=False)}. Shrinking widens the triangle by the scale so that every
 * source pixel counts ({@code antialias=True} there): no aliasing, and close to area averaging. Each axis is treated by
 * itself.
 */
final class Resampler {

    private Resampler() {}

    /**
     * @param plane {@code [fromHeight, fromWidth]}, any range
     * @return {@code [toHeight, toWidth]}, in the same range
     */
    static float[] resize(float[] plane, int fromHeight, int fromWidth, int toHeight, int toWidth) {
        Taps horizontal = Taps.of(fromWidth, toWidth);
        Taps vertical = Taps.of(fromHeight, toHeight);
        float[] rows = new float[fromHeight * toWidth];
        for (int y = 0; y < fromHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                rows[y * toWidth + x] = horizontal.sum(plane, y * fromWidth, 1, x);
            }
        }
        float[] resized = new float[toHeight * toWidth];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                resized[y * toWidth + x] = vertical.sum(rows, x, toWidth, y);
            }
        }
        return resized;
    }

    /** For each target pixel of an axis the first source pixel that counts and the weights from there on. */
    private record Taps(int[] first, double[][] weights) {

        static Taps of(int from, int to) {
            double scale = (double) from / to;
            double support = Math.max(1, scale);
            int[] first = new int[to];
            double[][] weights = new double[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (centre - support + 0.5));
                int end = Math.min(from, (int) (centre + support + 0.5));
                weights[i] = normalised(first[i], end, centre, support);
            }
            return new Taps(first, weights);
        }

        private static double[] normalised(int first, int end, double centre, double support) {
            double[] triangle = new double[end - first];
            double sum = 0;
            for (int j = 0; j < triangle.length; j++) {
                triangle[j] = Math.max(0, 1 - Math.abs((first + j + 0.5 - centre) / support));
                sum += triangle[j];
            }
            for (int j = 0; j < triangle.length; j++) {
                triangle[j] /= sum;
            }
            return triangle;
        }

        float sum(float[] values, int offset, int stride, int target) {
            double sum = 0;
            int at = offset + first[target] * stride;
            for (double weight : weights[target]) {
                sum += weight * values[at];
                at += stride;
            }
            return (float) sum;
        }
    }
}
