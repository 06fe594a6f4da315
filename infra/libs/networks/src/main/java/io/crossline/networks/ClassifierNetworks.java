package io.crossline.networks;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Views;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.BackboneEncoder;
import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.image.PixelEncoder;
import io.crossline.networks.image.ValueRange;

/**
 * The classifier's two parts.
 *
 * @param shape of the images that it takes
 * @param classes number of classes K
 * @param scaling what the networks take for the bytes of an image, where there is no backbone
 * @param views how the classifier looks at an image
 * @param backbone whose features the networks take in place of pixels, or null; shared, and not closed with the networks
 * @param featureExtractor images {@code [N, C, H, W]}, or the backbone's features {@code [N, F, 1, 1]}, to features {@code [N, 128]}
 * @param labelClassifier features {@code [N, 128]} to logits {@code [N, K]}
 */
public record ClassifierNetworks(ImageShape shape, int classes, PixelScaling scaling, Views views,
        Backbone backbone, Network featureExtractor, Network labelClassifier)
        implements
            AutoCloseable {

    /** The notebook's networks with fresh parameters, drawn from the seed. */
    public static ClassifierNetworks create(ImageShape shape, int classes, long seed) {
        return create(ClassifierArchitecture.NOTEBOOK, Views.SINGLE, shape, classes, seed);
    }

    /** Fresh parameters, drawn from the seed. */
    public static ClassifierNetworks create(ClassifierArchitecture architecture, Views views, ImageShape shape,
            int classes,
            long seed) {
        return new ClassifierNetworks(shape, classes, architecture.scaling(), views, null,
                architecture.featureExtractor(shape, seed),
                Network.create(Networks.labelClassifier(classes), seed + 1));
    }

    /** Fresh parameters, drawn from the seed, on the features of a backbone. */
    public static ClassifierNetworks create(Backbone backbone, ImageShape shape, int classes, long seed) {
        return new ClassifierNetworks(shape, classes, ClassifierArchitecture.BACKBONE.scaling(), Views.SINGLE, backbone,
                Network.create(Networks.backboneFeatureExtractor(backbone.file().features()), seed),
                Network.create(Networks.labelClassifier(classes), seed + 1));
    }

    /** The same networks, with these parameters, that look at an image in another way. To be closed in place of this one. */
    public ClassifierNetworks withViews(Views others) {
        return new ClassifierNetworks(shape, classes, scaling, others, backbone, featureExtractor, labelClassifier);
    }

    /** The same networks with parameters of their own. */
    public ClassifierNetworks copy() {
        return new ClassifierNetworks(shape, classes, scaling, views, backbone, featureExtractor.copy(),
                labelClassifier.copy());
    }

    /**
     * A copy with further classes after those that the networks know. What they answer stays nearly as it is: the new classes' logits are
     * the least of the biases, whatever the image, until a training changes them.
     *
     * @param more K or more
     */
    public ClassifierNetworks grown(int more) {
        if (more < classes) {
            throw new IllegalArgumentException(
                    "classes is " + more + ", expected at least those that the networks know, " + classes);
        }
        Network grown = Network.create(Networks.labelClassifier(more), 0);
        INDArray weights = parameter(grown, "_W").assign(0);
        weights.get(NDArrayIndex.interval(0, classes), NDArrayIndex.all()).assign(parameter(labelClassifier, "_W"));
        INDArray known = parameter(labelClassifier, "_b").reshape(classes);
        INDArray bias = parameter(grown, "_b").assign(known.minNumber());
        for (int k = 0; k < classes; k++) {
            bias.putScalar(k, known.getDouble(k));
        }
        return new ClassifierNetworks(shape, more, scaling, views, backbone, featureExtractor.copy(), grown);
    }

    private static INDArray parameter(Network network, String suffix) {
        return network.parameters().parameters().stream().filter(parameter -> parameter.name().endsWith(suffix))
                .findFirst().orElseThrow().value();
    }

    /** What the networks take for the bytes of an image. */
    public ImageEncoder encoder() {
        return backbone == null
                ? new PixelEncoder(shape, ValueRange.of(scaling))
                : new BackboneEncoder(backbone, shape);
    }

    /** Of the backbone, or null. */
    public BackboneFile backboneFile() {
        return backbone == null ? null : backbone.file();
    }

    /** Adds a term to each class's logit, by the label classifier's bias. */
    public void addToLogits(double[] terms) {
        INDArray bias = parameter(labelClassifier, "_b");
        for (int k = 0; k < terms.length; k++) {
            bias.putScalar(k, bias.getDouble(k) + terms[k]);
        }
    }

    /** Parameters of both networks: 504,842 for 28x28x1 and 10 classes. */
    public long parameterCount() {
        return featureExtractor.parameterCount() + labelClassifier.parameterCount();
    }

    @Override
    public void close() {
        featureExtractor.close();
        labelClassifier.close();
    }
}
