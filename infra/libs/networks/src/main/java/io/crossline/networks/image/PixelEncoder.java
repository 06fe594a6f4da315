package io.crossline.networks.image;

import java.util.function.IntFunction;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;

/** The pixels themselves, {@code [N, C, H, W]}. */
public record PixelEncoder(ImageShape shape, ValueRange range) implements ImageEncoder {

    @Override
    public long[] tensorShape(int images) {
        return new long[]{images, shape.channels(), shape.height(), shape.width()};
    }

    @Override
    public void write(IntFunction<byte[]> image, INDArray out) {
        ImageTensors.write(image, shape, range, out);
    }
}
