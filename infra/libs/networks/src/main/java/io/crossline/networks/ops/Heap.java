package io.crossline.networks.ops;

import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Work on the CPU that Java does itself, on buffers of the JDK over the arrays' memory, image by image. */
final class Heap {

    private Heap() {}

    /** Whether a buffer of the JDK shows the array: not what is part of another one, longer than a buffer, or on a GPU. */
    static boolean reaches(INDArray x) {
        boolean whole = x.ordering() == 'c' && x.elementWiseStride() == 1 && x.data().underlyingLength() == x.length();
        return whole && x.length() <= Integer.MAX_VALUE / Float.BYTES && Nd4j.getEnvironment().isCPU();
    }

    /** The numbers of the images {@code [N, ...]}, with as many threads as the native operations. */
    static IntStream images(INDArray x) {
        IntStream images = IntStream.range(0, (int) x.size(0));
        return Nd4j.getEnvironment().maxThreads() > 1 ? images.parallel() : images;
    }
}
