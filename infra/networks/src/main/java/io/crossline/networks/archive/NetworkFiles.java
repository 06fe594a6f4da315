package io.crossline.networks.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.deeplearning4j.util.ModelSerializer;

import io.crossline.networks.Network;

/** One network as the zip file of DL4J's {@code ModelSerializer}. */
final class NetworkFiles {

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

    static Network read(String name, byte[] zip) {
        String configuration = new String(ZipEntries.get(ZipEntries.read(zip), ModelSerializer.CONFIGURATION_JSON),
                StandardCharsets.UTF_8);
        try {
            return configuration.contains("\"networkInputs\"")
                    ? Network.of(ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip), false))
                    : Network.of(ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), false));
        } catch (IOException | RuntimeException e) {
            throw new CorruptArchiveException("DL4J cannot read its " + name + " (" + e.getMessage() + ")", e);
        }
    }
}
