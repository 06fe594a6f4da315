package io.crossline.networks.ops;

import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.Views;

/**
 * A matrix product for each image. ND4J computes them one after the other; here each thread takes its share of the images.
 */
final class ImageProducts {

    private ImageProducts() {}

    /** {@code out[n] = a[n] b[n]}, either transposed on demand; all of rank 3. */
    static void matmul(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
        int shares = (int) Math.min(Nd4j.getEnvironment().maxThreads(), out.size(0));
        if (shares == 1 || !Nd4j.getEnvironment().isCPU()) {
            Native.matmul(a, transposeA, b, transposeB, out);
            return;
        }
        IntStream.range(0, shares).parallel().forEach(share -> Native.matmul(Views.share(a, share, shares), transposeA,
                Views.share(b, share, shares), transposeB, Views.share(out, share, shares)));
    }
}
