package io.crossline.networks;

import static io.crossline.networks.Layers.activation;
import static io.crossline.networks.Layers.convolution;
import static io.crossline.networks.Layers.dense;
import static io.crossline.networks.Layers.featureNormalization;
import static io.crossline.networks.Layers.globalMaximum;
import static io.crossline.networks.Layers.images;
import static io.crossline.networks.Layers.maxPooling;
import static io.crossline.networks.Layers.normalization;
import static io.crossline.networks.Layers.relu;
import static io.crossline.networks.Layers.softmax;
import static io.crossline.networks.Layers.transposed;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

/**
 * Declarations of all networks. For 28x28 they are those of the lecture notebook; larger images get more stages, so that the
 * sizes inside stay alike.
 */
public final class Networks {

    /** Length of the feature vector. */
    public static final int FEATURES = 128;

    public static final int MIN_SIDE = 28;
    public static final int MAX_SIDE = 256;

    /** Channels of the generators' and discriminators' first layer in the seed. */
    public static final int NOTEBOOK_WIDTH = 64;

    /** Share of the running statistics that batch normalisation keeps at each step. */
    public static final double STATISTICS_DECAY = 0.99;

    /** Smaller images have nothing to spare. */
    private static final int LARGEST_UNREDUCED = 40;
    private static final double LEAK = 0.2;

    private Networks() {}

    /** @throws InvalidFieldException unless height and width are 28 to 256 pixels and a multiple of 4 */
    public static void requireSupported(ImageShape shape) {
        if (!isSupported(shape.height()) || !isSupported(shape.width())) {
            throw new InvalidFieldException("shape", "is " + shape + ", expected a height and a width of " + MIN_SIDE
                    + " to " + MAX_SIDE + " that are multiples of 4");
        }
    }

    private static boolean isSupported(int side) {
        return side >= MIN_SIDE && side <= MAX_SIDE && side % 4 == 0;
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
        int longer = Math.max(shape.height(), shape.width()) / 4;
        int shorter = Math.min(shape.height(), shape.width()) / 4;
        for (; longer > 10 && shorter > 3; longer /= 2, shorter /= 2) {
            layers.layer(convolution(64, 3, 1, true, Activation.RELU)).layer(maxPooling());
        }
        return layers.layer(dense(FEATURES))
                .setInputType(images(shape)).build();
    }

    /**
     * The network for real pictures: standardised images {@code [N, C, H, W]} to features {@code [N, 128]} by a 5x5 convolution, of
     * stride 2 where the images are larger than 40 pixels, and three stages of residual blocks with batch normalisation (He et al. 2016), of
     * which a stage's first one has stride 2. A feature is the maximum of a channel, so that neither the size of the images nor the place of a
     * small defect matters.
     *
     * @param blocks residual blocks of a stage, 1 or more
     */
    public static ComputationGraphConfiguration residualFeatureExtractor(ImageShape shape, int blocks) {
        requireSupported(shape);
        GraphBuilder graph = new GraphBuilder(images(shape));
        int stride = Math.min(shape.height(), shape.width()) > LARGEST_UNREDUCED ? 2 : 1;
        graph.add(convolution(16, 5, stride, false, Activation.IDENTITY)).normalize().activate(relu());
        for (int channels : new int[]{32, 64, FEATURES}) {
            String input = graph.last();
            String shortcut = graph.add(convolution(channels, 1, 2, false, Activation.IDENTITY)).last();
            graph.from(input).add(convolution(channels, 3, 2, false, Activation.IDENTITY)).normalize()
                    .activate(relu());
            graph.add(convolution(channels, 3, 1, false, Activation.IDENTITY)).normalize();
            graph.addTo(shortcut);
            graph.activate(relu());
            for (int block = 1; block < blocks; block++) {
                addResidualBlock(graph, channels);
            }
        }
        return graph.add(globalMaximum()).build();
    }

    /** A residual block that keeps the size and the number of channels. */
    private static void addResidualBlock(GraphBuilder graph, int channels) {
        String input = graph.last();
        graph.add(convolution(channels, 3, 1, false, Activation.IDENTITY)).normalize().activate(relu());
        graph.add(convolution(channels, 3, 1, false, Activation.IDENTITY)).normalize();
        graph.addTo(input);
        graph.activate(relu());
    }

    /**
     * What is learnt on top of a backbone: its features {@code [N, F, 1, 1]} to features {@code [N, 128]} by batch normalisation, so that
     * neither their scale nor a line's own mean and variance matter (Li et al. 2018), and one dense layer.
     *
     * @param features F
     */
    public static MultiLayerConfiguration backboneFeatureExtractor(int features) {
        return new NeuralNetConfiguration.Builder().list().layer(featureNormalization()).layer(dense(FEATURES))
                .setInputType(InputType.convolutional(1, 1, features)).build();
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
        for (int block = residualBlocks(Math.max(shape.height(), shape.width())); block > 0; block--) {
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
        if (Math.min(shape.height(), shape.width()) > 32) {
            layers.layer(convolution(4 * width, 4, 2, false, Activation.IDENTITY)).layer(normalization())
                    .layer(activation(leaky));
        }
        return layers.layer(convolution(4 * width, 4, 1, false, Activation.IDENTITY)).layer(normalization())
                .layer(activation(leaky)).layer(convolution(1, 4, 1, true, Activation.IDENTITY))
                .setInputType(images(shape)).build();
    }
}
