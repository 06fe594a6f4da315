package io.crossline.bench.floor;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;

/**
 * What one layer costs.
 *
 * @param operations floating point operations of one image's forward pass; none where nothing is multiplied by weights
 * @param outputs floats that it gives for one image; none where it can work in place on the layer's before
 * @param parameters floats, running statistics included
 */
record LayerCost(long operations, long outputs, long parameters) {

    /**
     * @param input of the layer
     * @param output of the layer
     */
    static LayerCost of(Layer layer, InputType input, InputType output) {
        long parameters = layer.initializer().numParams(layer);
        if (layer instanceof Deconvolution2D transposed) {
            return convolution(transposed, output, elements(output), parameters);
        }
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution(convolution, input, elements(output), parameters);
        }
        if (layer instanceof DenseLayer || layer instanceof OutputLayer) {
            FeedForwardLayer dense = (FeedForwardLayer) layer;
            return new LayerCost(2 * dense.getNIn() * dense.getNOut(), dense.getNOut(), parameters);
        }
        return new LayerCost(0, 0, parameters);
    }

    /** @param larger of the layer's two sides: the input, or the output of a transposed convolution */
    private static LayerCost convolution(ConvolutionLayer layer, InputType larger, long outputs, long parameters) {
        InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) larger;
        long taps = taps(image.getHeight(), layer.getKernelSize()[0], layer.getStride()[0])
                * taps(image.getWidth(), layer.getKernelSize()[1], layer.getStride()[1]);
        return new LayerCost(2 * taps * layer.getNIn() * layer.getNOut(), outputs, parameters);
    }

    /**
     * How often a kernel's positions meet a pixel, along one axis of a convolution with SAME padding. Products with the padding
     * are not counted: nobody has to compute them.
     */
    static long taps(long size, int kernel, int stride) {
        long positions = (size + stride - 1) / stride;
        long padding = Math.max(0, (positions - 1) * stride + kernel - size) / 2;
        long taps = 0;
        for (long position = 0; position < positions; position++) {
            long from = position * stride - padding;
            taps += Math.min(size, from + kernel) - Math.max(0, from);
        }
        return taps;
    }

    private static long elements(InputType type) {
        return type.arrayElementsPerExample();
    }
}
