package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Views;

/**
 * Sums over the images and pixels of each channel. First over each row of the {@code [N*C, H*W]} view, natively, then over
 * the images, in double precision: exact enough for a variance.
 */
final class ChannelSums {

    private ChannelSums() {}

    /** Sum of {@code [N, C, H, W]} a channel. */
    static double[] sum(ArrayPool pool, INDArray images) {
        Block rows = pool.take(rows(images));
        INDArray sums = rows.array(rows(images));
        Native.sum(flat(images), 1, sums);
        return overImages(pool, rows, sums, images.size(1));
    }

    /** Sum of {@code [N, C, H, W]} into {@code [C]}. */
    static void sum(ArrayPool pool, INDArray images, INDArray sums) {
        double[] values = sum(pool, images);
        for (int c = 0; c < values.length; c++) {
            sums.putScalar(c, values[c]);
        }
    }

    /** Sum of the products of two {@code [N, C, H, W]} a channel. */
    static double[] dot(ArrayPool pool, INDArray a, INDArray b) {
        Block products = pool.take(a.shape());
        Native.multiply(a, b, products.array(a.shape()));
        double[] sums = sum(pool, products.array(a.shape()));
        pool.release(products);
        return sums;
    }

    private static double[] overImages(ArrayPool pool, Block rows, INDArray sums, long channels) {
        float[] values = Floats.read(sums);
        pool.release(rows);
        double[] total = new double[(int) channels];
        for (int i = 0; i < values.length; i++) {
            total[i % total.length] += values[i];
        }
        return total;
    }

    private static long rows(INDArray images) {
        return images.size(0) * images.size(1);
    }

    private static INDArray flat(INDArray images) {
        return Views.reshaped(images, rows(images), images.size(2) * images.size(3));
    }
}
