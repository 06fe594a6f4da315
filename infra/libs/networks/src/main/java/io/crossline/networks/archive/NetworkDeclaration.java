package io.crossline.networks.archive;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.crossline.contracts.Json;

/**
 * The declaration of a network, as DL4J's JSON. DL4J makes an object of every class that the JSON names, so only classes that
 * {@link io.crossline.networks.Networks} declares networks with are let through.
 */
final class NetworkDeclaration {

    private static final String CONF = "org.deeplearning4j.nn.conf.";
    private static final String LINALG = "org.nd4j.linalg.";
    private static final Set<String> CLASSES = Set.of(CONF + "graph.ElementWiseVertex", CONF + "graph.LayerVertex",
            CONF + "layers.ActivationLayer", CONF + "layers.BatchNormalization", CONF + "layers.ConvolutionLayer",
            CONF + "layers.Deconvolution2D", CONF + "layers.DenseLayer", CONF + "layers.GlobalPoolingLayer",
            CONF + "layers.OutputLayer", CONF + "layers.SubsamplingLayer",
            CONF + "preprocessor.CnnToFeedForwardPreProcessor", CONF + "preprocessor.FeedForwardToCnnPreProcessor",
            "org.deeplearning4j.nn.weights.WeightInitXavier", LINALG + "activations.impl.ActivationIdentity",
            LINALG + "activations.impl.ActivationLReLU", LINALG + "activations.impl.ActivationReLU",
            LINALG + "activations.impl.ActivationSigmoid", LINALG + "activations.impl.ActivationSoftmax",
            LINALG + "activations.impl.ActivationTanH", LINALG + "learning.config.Sgd",
            LINALG + "lossfunctions.impl.LossMCXENT");

    private NetworkDeclaration() {}

    /**
     * Looks at names and texts one after the other, as a reader of JSON meets them, so that a name that stands there twice is seen twice.
     *
     * @throws CorruptArchiveException if it is no JSON, or names another class
     */
    static void requireKnownClasses(byte[] json) {
        try (JsonParser parser = Json.mapper().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
                    requireKnown(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new CorruptArchiveException(
                    "its " + NetworkFiles.CONFIGURATION + " is no JSON (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Nothing else in a declaration has a dot: not the layers' names, nor those of enumerations. */
    private static void requireKnown(String text) {
        if (text.indexOf('.') >= 0 && !CLASSES.contains(text)) {
            throw new CorruptArchiveException("its " + NetworkFiles.CONFIGURATION + " names the class '"
                    + text.substring(0, Math.min(text.length(), 120)).replaceAll("[^\\x20-\\x7e]", "?")
                    + "', which no network of Crossline has");
        }
    }
}
