package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Views;

/** Images as the patches under a kernel, so that a convolution is a matrix product for each image. */
final class Patches {

    /** Patches of larger batches would cost more memory than they save time. */
    private static final long MAX_FLOATS = 20_000_000;

    private Patches() {}

    static boolean worthIt(long patchFloats) {
        return patchFloats <= MAX_FLOATS;
    }

    /**
     * {@code [N, C, H, W]} to patches {@code [N, C, K, K, h, w]}; zero beyond the edge. A copy of a strided view:
     * native im2col takes longer.
     */
    static void gather(ArrayPool pool, INDArray images, INDArray patches, int kernel, int stride, int padH, int padW) {
        long height = patches.size(4);
        long width = patches.size(5);
        long frameHeight = (height - 1) * stride + kernel;
        long frameWidth = (width - 1) * stride + kernel;
        Block block = framed(pool, images, frameHeight, frameWidth, padH, padW);
        long area = frameHeight * frameWidth;
        // one copy of a view in which neighbouring patches overlap
        long[] shape = {images.size(0) * images.size(1), kernel, kernel, height, width};
        Views.reshaped(patches, shape).assign(block.view(shape,
                new long[]{area, frameWidth, 1, stride * frameWidth, stride}, 0));
        pool.release(block);
    }

    /**
     * Images {@code [N, C, H, W]} in a frame of zeros, {@code [N, C, height, width]}: {@code top} rows and {@code left}
     * columns of it are before them. What reaches beyond the frame is left out.
     */
    static Block framed(ArrayPool pool, INDArray images, long height, long width, int top, int left) {
        long[] shape = {images.size(0), images.size(1), height, width};
        Block block = pool.take(shape);
        Native.zero(block.array(shape));
        long rows = Math.min(images.size(2), height - top);
        long columns = Math.min(images.size(3), width - left);
        long[] strides = {shape[1] * height * width, height * width, width, 1};
        block.view(new long[]{shape[0], shape[1], rows, columns}, strides, top * width + left)
                .assign(topLeft(images, rows, columns));
        return block;
    }

    private static INDArray topLeft(INDArray images, long rows, long columns) {
        return rows == images.size(2) && columns == images.size(3)
                ? images
                : images.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, rows),
                        NDArrayIndex.interval(0, columns));
    }

    /** The adjoint: sums patches {@code [N, C, K, K, h, w]} into images {@code [N, C, H, W]}. */
    static void scatter(INDArray patches, INDArray images, int stride, int padH, int padW) {
        Native.exec("col2im", Native.arrays(patches), Native.arrays(images), stride, stride, padH, padW,
                (int) images.size(2), (int) images.size(3), 1, 1, 0);
    }

    /** A matrix {@code [M, K]} repeated for each of N images, {@code [N, M, K]}: what the batched product wants. */
    static Block repeat(ArrayPool pool, INDArray matrix, long n) {
        long rows = matrix.size(0);
        long columns = matrix.size(1);
        Block block = pool.take(n, rows, columns);
        Native.exec("assign", Native.arrays(block.array(n, rows, columns), Views.reshaped(matrix, 1, rows, columns)),
                Native.arrays(block.array(n, rows, columns)));
        return block;
    }

    /** Sum over N of {@code [N, M, K]}. */
    static void sumOverImages(INDArray each, INDArray sum) {
        Reductions.sumRows(Views.reshaped(each, each.size(0), sum.length()), Views.reshaped(sum, sum.length()));
    }
}
