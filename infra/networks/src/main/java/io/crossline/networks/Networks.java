package io.crossline.networks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

/**
 * Declarations of all networks. For 28x28 they are those of the seed notebook; larger images get more stages, so that the
 * sizes inside stay alike.
 */
public final class Networks {

    /** Length of the feature vector. */
    public static final int FEATURES = 128;

    public static final int MIN_SIDE = 28;
    public static final int MAX_SIDE = 256;

    /** Channels of the generators' and discriminators' first layer in the seed. */
    public static final int SEED_WIDTH = 64;

    private static final double LEAK = 0.2;
    private static final double BATCH_NORM_EPSILON = 1e-3;
    private static final double BATCH_NORM_DECAY = 0.99;

    private Networks() {}

    /** @throws InvalidFieldException unless the images are square, 28 to 256 pixels, a multiple of 4 */
    public static void requireSupported(ImageShape shape) {
        if (shape.height() != shape.width() || shape.height() < MIN_SIDE || shape.height() > MAX_SIDE
                || shape.height() % 4 != 0) {
            throw new InvalidFieldException("shape", "is " + shape + ", expected height and width the same, " + MIN_SIDE
                    + " to " + MAX_SIDE + ", and a multiple of 4");
        }
    }

    /**
     * Images {@code [N, C, H, W]} in 0..1 to features {@code [N, 128]}: two stages of 7x7 convolution and 2x2 maximum,
     * for images larger than 40 pixels further ones of 3x3 convolution, then one dense layer.
     */
    public static MultiLayerConfiguration featureExtractor(ImageShape shape) {
        requireSupported(shape);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().list()
                .layer(convolution(32, 7, 1, true, Activation.RELU)).layer(maxPooling())
                .layer(convolution(64, 7, 1, true, Activation.RELU)).layer(maxPooling());
        for (int side = shape.height() / 4; side > 10; side /= 2) {
            layers.layer(convolution(64, 3, 1, true, Activation.RELU)).layer(maxPooling());
        }
        return layers.layer(new DenseLayer.Builder().nOut(FEATURES).activation(Activation.RELU).build())
                .setInputType(images(shape)).build();
    }

    /** Features {@code [N, 128]} to class probabilities {@code [N, K]}; the executor gives the logits. */
    public static MultiLayerConfiguration labelClassifier(int classes) {
        return new NeuralNetConfiguration.Builder().list().layer(softmax(FEATURES, classes)).build();
    }

    /** Features {@code [N, 128]} to the probabilities of the source and the target line {@code [N, 2]}. */
    public static MultiLayerConfiguration domainClassifier() {
        return new NeuralNetConfiguration.Builder().list()
                .layer(new DenseLayer.Builder().nIn(FEATURES).nOut(64).activation(Activation.RELU).build())
                .layer(softmax(64, 2)).build();
    }

    /**
     * Images {@code [N, C, H, W]} in -1..1 to such images: a 7x7 convolution, two that halve the size, residual blocks
     * for images larger than 32 pixels, two that double it, and a 7x7 convolution with tanh (Zhu et al. 2017, section
     * 7.1; the seed has no residual blocks).
     *
     * @param width channels of the first layer
     */
    public static ComputationGraphConfiguration generator(ImageShape shape, int width) {
        requireSupported(shape);
        GraphBuilder graph = new GraphBuilder(images(shape));
        graph.add(convolution(width, 7, 1, false, Activation.IDENTITY)).normalize().activate(relu());
        graph.add(convolution(2 * width, 3, 2, false, Activation.IDENTITY)).normalize().activate(relu());
        graph.add(convolution(4 * width, 3, 2, false, Activation.IDENTITY)).normalize().activate(relu());
        for (int block = residualBlocks(shape.height()); block > 0; block--) {
            String input = graph.last();
            graph.add(convolution(4 * width, 3, 1, false, Activation.IDENTITY)).normalize().activate(relu());
            graph.add(convolution(4 * width, 3, 1, false, Activation.IDENTITY)).normalize();
            graph.addTo(input);
        }
        graph.add(transposed(2 * width)).normalize().activate(relu());
        graph.add(transposed(width)).normalize().activate(relu());
        graph.add(convolution(shape.channels(), 7, 1, true, Activation.TANH));
        return graph.build();
    }

    /** None for the seed's size, six for 128 pixels and nine for 256 as in the paper, half of six between. */
    static int residualBlocks(int side) {
        return side <= 32 ? 0 : side < 96 ? 3 : side < 192 ? 6 : 9;
    }

    /**
     * Images {@code [N, C, H, W]} in -1..1 to a score for each patch {@code [N, 1, h, w]}, 1 for real.
     *
     * @param width channels of the first layer
     */
    public static MultiLayerConfiguration discriminator(ImageShape shape, int width) {
        requireSupported(shape);
        IActivation leaky = new ActivationLReLU(LEAK);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().list()
                .layer(convolution(width, 4, 2, true, Activation.IDENTITY)).layer(activation(leaky))
                .layer(convolution(2 * width, 4, 2, false, Activation.IDENTITY)).layer(normalization())
                .layer(activation(leaky));
        if (shape.height() > 32) {
            layers.layer(convolution(4 * width, 4, 2, false, Activation.IDENTITY)).layer(normalization())
                    .layer(activation(leaky));
        }
        return layers.layer(convolution(4 * width, 4, 1, false, Activation.IDENTITY)).layer(normalization())
                .layer(activation(leaky)).layer(convolution(1, 4, 1, true, Activation.IDENTITY))
                .setInputType(images(shape)).build();
    }

    private static InputType images(ImageShape shape) {
        return InputType.convolutional(shape.height(), shape.width(), shape.channels());
    }

    private static ConvolutionLayer convolution(int outputs, int kernel, int stride, boolean bias,
            Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).nOut(outputs).hasBias(bias)
                .convolutionMode(ConvolutionMode.Same).activation(activation).build();
    }

    private static Deconvolution2D transposed(int outputs) {
        return new Deconvolution2D.Builder(3, 3).stride(2, 2).nOut(outputs).hasBias(false)
                .convolutionMode(ConvolutionMode.Same).activation(Activation.IDENTITY).build();
    }

    private static SubsamplingLayer maxPooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }

    /** With the variance as parameter: by default DL4J stores a logarithm. */
    private static BatchNormalization normalization() {
        return new BatchNormalization.Builder().eps(BATCH_NORM_EPSILON).decay(BATCH_NORM_DECAY).useLogStd(false)
                .build();
    }

    private static ActivationLayer activation(IActivation activation) {
        return new ActivationLayer.Builder().activation(activation).build();
    }

    private static IActivation relu() {
        return Activation.RELU.getActivationFunction();
    }

    private static OutputLayer softmax(int inputs, int outputs) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(inputs).nOut(outputs)
                .activation(Activation.SOFTMAX).build();
    }

    /** Strings layers together, and adds what goes around some of them. */
    private static final class GraphBuilder {

        private final ComputationGraphConfiguration.GraphBuilder graph;
        private String last = "images";
        private int count;

        GraphBuilder(InputType input) {
            graph = new NeuralNetConfiguration.Builder().graphBuilder().addInputs(last).setInputTypes(input);
        }

        GraphBuilder add(Layer layer) {
            String name = "layer" + count++;
            graph.addLayer(name, layer, last);
            last = name;
            return this;
        }

        GraphBuilder normalize() {
            return add(normalization());
        }

        GraphBuilder activate(IActivation function) {
            return add(activation(function));
        }

        void addTo(String other) {
            String name = "sum" + count++;
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), other, last);
            last = name;
        }

        String last() {
            return last;
        }

        ComputationGraphConfiguration build() {
            return graph.setOutputs(last).build();
        }
    }
}
