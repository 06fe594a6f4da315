package io.crossline.networks.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;

import io.crossline.contracts.Sha256;
import io.crossline.networks.Network;
import io.crossline.networks.tape.Floats;

/** SHA-256 over parameters as little-endian floats, network after network in DL4J's order. */
final class ParameterHash {

    private ParameterHash() {}

    static String of(Collection<Network> networks) {
        MessageDigest digest = Sha256.digest();
        for (Network network : networks) {
            float[] values = Floats.read(network.parameters().values());
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
