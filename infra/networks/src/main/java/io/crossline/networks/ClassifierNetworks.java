package io.crossline.networks;

import io.crossline.contracts.ImageShape;

/**
 * The classifier's two parts.
 *
 * @param shape of the images that it takes
 * @param classes number of classes K
 * @param featureExtractor images {@code [N, C, H, W]} in 0..1 to features {@code [N, 128]}
 * @param labelClassifier features {@code [N, 128]} to logits {@code [N, K]}
 */
public record ClassifierNetworks(ImageShape shape, int classes, Network featureExtractor, Network labelClassifier)
        implements
            AutoCloseable {

    /** Fresh parameters, drawn from the seed. */
    public static ClassifierNetworks create(ImageShape shape, int classes, long seed) {
        return new ClassifierNetworks(shape, classes, Network.create(Networks.featureExtractor(shape), seed),
                Network.create(Networks.labelClassifier(classes), seed + 1));
    }

    /** The same networks with parameters of their own. */
    public ClassifierNetworks copy() {
        return new ClassifierNetworks(shape, classes, featureExtractor.copy(), labelClassifier.copy());
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
