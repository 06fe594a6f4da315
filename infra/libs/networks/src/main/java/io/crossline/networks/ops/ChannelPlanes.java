package io.crossline.networks.ops;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Channels} on the heap: each pass reads and writes the memory once, where native operations take two to three. */
final class ChannelPlanes {

    /** Floats that are worth a copy of their own. */
    private static final int PART = 4096;

    private ChannelPlanes() {}

    static Channels.Sums sums(INDArray a, INDArray b) {
        Layout layout = Layout.of(a);
        FloatBuffer fromA = a.data().asNioFloat();
        FloatBuffer fromB = b.data().asNioFloat();
        double[][] sums = new double[layout.images()][layout.channels()];
        double[][] products = new double[layout.images()][layout.channels()];
        Heap.images(a).forEach(image -> {
            float[] partOfA = new float[layout.part()];
            float[] partOfB = a == b ? partOfA : new float[layout.part()];
            for (int first = 0; first < layout.channels(); first += layout.channelsOfPart()) {
                int channels = layout.channelsFrom(first);
                layout.read(fromA, image, first, channels, partOfA);
                if (partOfB != partOfA) {
                    layout.read(fromB, image, first, channels, partOfB);
                }
                for (int c = 0; c < channels; c++) {
                    int begin = c * layout.plane();
                    int end = begin + layout.plane();
                    sums[image][first + c] = sum(partOfA, begin, end);
                    products[image][first + c] = dot(partOfA, partOfB, begin, end);
                }
            }
        });
        return new Channels.Sums(overImages(sums), overImages(products));
    }

    static void affine(INDArray x, double[] scale, double[] shift, INDArray y) {
        Layout layout = Layout.of(x);
        FloatBuffer from = x.data().asNioFloat();
        FloatBuffer to = y.data().asNioFloat();
        Heap.images(x).forEach(image -> {
            float[] part = new float[layout.part()];
            for (int first = 0; first < layout.channels(); first += layout.channelsOfPart()) {
                int channels = layout.channelsFrom(first);
                layout.read(from, image, first, channels, part);
                for (int c = 0; c < channels; c++) {
                    affine(part, c * layout.plane(), (c + 1) * layout.plane(), (float) scale[first + c],
                            (float) shift[first + c]);
                }
                layout.write(part, image, first, channels, to);
            }
        });
    }

    static void combine(INDArray gradient, double[] a, INDArray x, double[] b, double[] d) {
        Layout layout = Layout.of(x);
        FloatBuffer gradients = gradient.data().asNioFloat();
        FloatBuffer from = x.data().asNioFloat();
        Heap.images(x).forEach(image -> {
            float[] part = new float[layout.part()];
            float[] partOfX = new float[layout.part()];
            for (int first = 0; first < layout.channels(); first += layout.channelsOfPart()) {
                int channels = layout.channelsFrom(first);
                layout.read(gradients, image, first, channels, part);
                layout.read(from, image, first, channels, partOfX);
                for (int c = 0; c < channels; c++) {
                    int begin = c * layout.plane();
                    int end = begin + layout.plane();
                    affine(part, begin, end, (float) a[first + c], (float) d[first + c]);
                    addScaled(part, begin, end, (float) b[first + c], partOfX);
                }
                layout.write(part, image, first, channels, gradients);
            }
        });
    }

    /** Two sums side by side, or each addition would wait for the one before. */
    private static double sum(float[] values, int begin, int end) {
        double even = 0;
        double odd = 0;
        int i = begin;
        for (; i + 1 < end; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return i < end ? even + odd + values[i] : even + odd;
    }

    private static double dot(float[] a, float[] b, int begin, int end) {
        double even = 0;
        double odd = 0;
        int i = begin;
        for (; i + 1 < end; i += 2) {
            even += (double) a[i] * b[i];
            odd += (double) a[i + 1] * b[i + 1];
        }
        return i < end ? even + odd + (double) a[i] * b[i] : even + odd;
    }

    private static void affine(float[] values, int begin, int end, float scale, float shift) {
        for (int i = begin; i < end; i++) {
            values[i] = values[i] * scale + shift;
        }
    }

    private static void addScaled(float[] values, int begin, int end, float scale, float[] others) {
        for (int i = begin; i < end; i++) {
            values[i] += others[i] * scale;
        }
    }

    private static double[] overImages(double[][] each) {
        double[] total = each[0].clone();
        for (int image = 1; image < each.length; image++) {
            for (int c = 0; c < total.length; c++) {
                total[c] += each[image][c];
            }
        }
        return total;
    }

    /** Channels of {@code plane} pixels each, several of which make a part to copy. */
    private record Layout(int images, int channels, int plane) {

        static Layout of(INDArray images) {
            return new Layout((int) images.size(0), (int) images.size(1), (int) (images.size(2) * images.size(3)));
        }

        int channelsOfPart() {
            return Math.min(channels, Math.max(1, PART / plane));
        }

        int part() {
            return channelsOfPart() * plane;
        }

        int channelsFrom(int first) {
            return Math.min(channelsOfPart(), channels - first);
        }

        void read(FloatBuffer from, int image, int first, int count, float[] part) {
            from.get((image * channels + first) * plane, part, 0, count * plane);
        }

        void write(float[] part, int image, int first, int count, FloatBuffer to) {
            to.put((image * channels + first) * plane, part, 0, count * plane);
        }
    }
}
