package io.crossline.ingest.messaging;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** A batch id in 32 bytes, as many of them are remembered. */
record BatchKey(long a, long b, long c, long d) {

    private static final int HEX_DIGITS = 64;

    /** Empty if {@code id} is no SHA-256 in hex. */
    static Optional<BatchKey> of(String id) {
        if (id.length() != HEX_DIGITS || !id.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(id));
        return Optional.of(new BatchKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()));
    }
}
