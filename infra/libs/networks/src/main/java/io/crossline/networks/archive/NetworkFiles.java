package io.crossline.networks.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.Network;

/**
 * One network as the zip file of DL4J's {@code ModelSerializer}. DL4J writes it, but does not read it here: its reader takes Java objects from an
 * entry {@code preprocessor.bin}, and allocates what lengths declare.
 */
final class NetworkFiles {

    static final String CONFIGURATION = ModelSerializer.CONFIGURATION_JSON;
    static final String COEFFICIENTS = ModelSerializer.COEFFICIENTS_BIN;

    private NetworkFiles() {}

    static byte[] write(Network network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(network.model(), bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws CorruptArchiveException if there are other entries, other classes or another number of parameters than the declaration has */
    static Network read(String name, byte[] zip) {
        try {
            Map<String, byte[]> entries = ZipEntries.read(zip, ArchiveLimits.NETWORK);
            byte[] configuration = ZipEntries.get(entries, CONFIGURATION);
            NetworkDeclaration.requireKnownClasses(configuration);
            return network(new String(configuration, StandardCharsets.UTF_8),
                    Coefficients.read(ZipEntries.get(entries, COEFFICIENTS)));
        } catch (CorruptArchiveException e) {
            throw new CorruptArchiveException(name + ".zip: " + e.reason(), e);
        } catch (RuntimeException e) {
            throw new CorruptArchiveException("DL4J cannot make its " + name + " (" + e.getMessage() + ")", e);
        }
    }

    private static Network network(String configuration, float[] coefficients) {
        INDArray parameters = Nd4j.createFromArray(coefficients);
        try {
            // both compare the number of parameters with what the declaration needs, and allocate none of their own
            if (configuration.contains("\"networkInputs\"")) {
                ComputationGraph graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(configuration));
                graph.init(parameters, false);
                return Network.of(graph);
            }
            MultiLayerNetwork layers = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration));
            layers.init(parameters, false);
            return Network.of(layers);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }
}
