package io.crossline.networks.image;

import java.util.function.IntFunction;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network takes for the bytes of images. */
public interface ImageEncoder {

    /** Shape {@code [N, C, H, W]} of what the network takes for N images. */
    long[] tensorShape(int images);

    /**
     * @param image gives the bytes {@code [H, W, C]} of the i-th image of the batch
     * @param out of {@link #tensorShape}, overwritten
     * @throws IllegalArgumentException if an image has another length
     */
    void write(IntFunction<byte[]> image, INDArray out);
}
