package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Views;

/**
 * The channels of {@code [N, C, H, W]}, over all images and pixels. Sums over the images, and on the heap those over the pixels
 * as well, are in double precision: exact enough for a variance.
 */
final class Channels {

    /** A sum for each channel, {@code [C]}, of the first array and of its products with the second. */
    record Sums(double[] values, double[] products) {}

    private Channels() {}

    /** Sums of {@code a} and of {@code a b}. */
    static Sums sums(ArrayPool pool, INDArray a, INDArray b) {
        if (Heap.reaches(a) && Heap.reaches(b)) {
            return ChannelPlanes.sums(a, b);
        }
        double[] values = sum(pool, a);
        Block products = pool.take(a.shape());
        Native.multiply(a, b, products.array(a.shape()));
        double[] sums = sum(pool, products.array(a.shape()));
        pool.release(products);
        return new Sums(values, sums);
    }

    /** {@code y = scale x + shift}, a channel each; {@code y} may be {@code x}. */
    static void affine(ArrayPool pool, INDArray x, double[] scale, double[] shift, INDArray y) {
        if (Heap.reaches(x) && Heap.reaches(y)) {
            ChannelPlanes.affine(x, scale, shift, y);
            return;
        }
        multiply(pool, x, scale, y);
        add(pool, y, shift);
    }

    /** Turns {@code gradient} into {@code a gradient + b x + d}, a channel each. */
    static void combine(ArrayPool pool, INDArray gradient, double[] a, INDArray x, double[] b, double[] d) {
        if (Heap.reaches(gradient) && Heap.reaches(x)) {
            ChannelPlanes.combine(gradient, a, x, b, d);
            return;
        }
        affine(pool, gradient, a, d, gradient);
        Block scratch = pool.take(x.shape());
        multiply(pool, x, b, scratch.array(x.shape()));
        Native.axpy(1.0, scratch.array(x.shape()), gradient);
        pool.release(scratch);
    }

    /** Sum of {@code [N, C, H, W]} a channel: natively over the pixels, then over the images. */
    static double[] sum(ArrayPool pool, INDArray images) {
        Block rows = pool.take(images.size(0) * images.size(1));
        INDArray sums = rows.array(images.size(0) * images.size(1));
        Native.sum(flat(images), 1, sums);
        float[] values = Floats.read(sums);
        pool.release(rows);
        double[] total = new double[(int) images.size(1)];
        for (int i = 0; i < values.length; i++) {
            total[i % total.length] += values[i];
        }
        return total;
    }

    private static void multiply(ArrayPool pool, INDArray images, double[] channels, INDArray out) {
        Block factors = column(pool, channels, images.size(0));
        Native.multiply(flat(images), factors.array(factors(images)), flat(out));
        pool.release(factors);
    }

    private static void add(ArrayPool pool, INDArray images, double[] channels) {
        Block terms = column(pool, channels, images.size(0));
        Native.add(flat(images), terms.array(factors(images)), flat(images));
        pool.release(terms);
    }

    /** One value a channel, repeated for each image: {@code [N*C]}. */
    private static Block column(ArrayPool pool, double[] channels, long images) {
        float[] values = new float[(int) (channels.length * images)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) channels[i % channels.length];
        }
        Block block = pool.take(values.length);
        Floats.write(values, block.array(values.length));
        return block;
    }

    private static long[] factors(INDArray images) {
        return new long[]{images.size(0) * images.size(1), 1};
    }

    private static INDArray flat(INDArray images) {
        return Views.reshaped(images, images.size(0) * images.size(1), images.size(2) * images.size(3));
    }
}
