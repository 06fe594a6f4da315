package io.crossline.networks.backbone;

import java.util.function.IntFunction;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.tape.Floats;

/** A backbone's features in place of pixels: F channels of one pixel each, {@code [N, F, 1, 1]}. */
public record BackboneEncoder(Backbone backbone, ImageShape shape) implements ImageEncoder {

    @Override
    public long[] tensorShape(int images) {
        return new long[]{images, backbone.file().features(), 1, 1};
    }

    @Override
    public void write(IntFunction<byte[]> image, INDArray out) {
        int length = backbone.file().features();
        float[] floats = new float[Math.toIntExact(out.length())];
        for (int i = 0; i < out.size(0); i++) {
            System.arraycopy(backbone.of(image.apply(i), shape), 0, floats, i * length, length);
        }
        Floats.write(floats, out);
    }
}
