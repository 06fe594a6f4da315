package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;

/** Images as the patches under a kernel, so that a convolution is a matrix product for each image. */
final class Patches {

    /** Patches of larger batches would cost more memory than they save time. */
    private static final long MAX_FLOATS = 20_000_000;

    private Patches() {}

    static boolean worthIt(long patchFloats) {
        return patchFloats <= MAX_FLOATS;
    }

    /** {@code [N, C, H, W]} to patches {@code [N, C, K, K, h, w]}; zero beyond the edge. */
    static void gather(INDArray images, INDArray patches, int kernel, int stride, int padH, int padW) {
        Native.exec("im2col", Native.arrays(images), Native.arrays(patches), kernel, kernel, stride, stride, padH, padW,
                1, 1, 0);
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
        Native.exec("tile", Native.arrays(matrix.reshape('c', 1, rows, columns)),
                Native.arrays(block.array(n, rows, columns)), (int) n, 1, 1);
        return block;
    }

    /** Sum over N of {@code [N, M, K]}. */
    static void sumOverImages(INDArray each, INDArray sum) {
        Reductions.sumRows(each.reshape('c', each.size(0), sum.length()), sum.reshape(sum.length()));
    }
}
