package io.crossline.networks;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Views;
import io.crossline.networks.image.ValueRange;

/**
 * The classifier's two parts.
 *
 * @param shape of the images that it takes
 * @param classes number of classes K
 * @param scaling what the networks take for the bytes of an image
 * @param views how the classifier looks at an image
 * @param featureExtractor images {@code [N, C, H, W]} to features {@code [N, 128]}
 * @param labelClassifier features {@code [N, 128]} to logits {@code [N, K]}
 */
public record ClassifierNetworks(ImageShape shape, int classes, PixelScaling scaling, Views views,
        Network featureExtractor,
        Network labelClassifier)
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
        return new ClassifierNetworks(shape, classes, architecture.scaling(), views,
                architecture.featureExtractor(shape, seed),
                Network.create(Networks.labelClassifier(classes), seed + 1));
    }

    /** The same networks with parameters of their own. */
    public ClassifierNetworks copy() {
        return new ClassifierNetworks(shape, classes, scaling, views, featureExtractor.copy(), labelClassifier.copy());
    }

    /** What the networks take for the bytes of an image. */
    public ValueRange valueRange() {
        return ValueRange.of(scaling);
    }

    /** Adds a term to each class's logit, by the label classifier's bias. */
    public void addToLogits(double[] terms) {
        INDArray bias = labelClassifier.parameters().parameters().stream()
                .filter(parameter -> parameter.name().endsWith("_b")).findFirst().orElseThrow().value();
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
