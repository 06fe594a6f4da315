package io.crossline.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where the chain of the audit ended at a time. Outside of the database, it shows when the chain's end was cut off or the chain was written anew.
 *
 * @param sequence of the last entry, at least 1
 * @param hash of that entry: 64 hexadecimal digits
 * @param at when it was told
 * @param signature Ed25519 (RFC 8032) of {@link #signed}, in Base64; null where the service has no key
 */
public record AuditHead(long sequence, String hash, Instant at, String signature) {

    public AuditHead {
        Require.that(sequence >= 1, "sequence", "is " + sequence + ", expected 1 or more");
        Require.that(hash != null && hash.matches("[0-9a-f]{64}"), "hash",
                "is '" + hash + "', expected 64 hexadecimal digits");
        Require.present("at", at);
    }

    /** The bytes that are signed: sequence, hash and time, one a line. */
    public static byte[] signed(long sequence, String hash, Instant at) {
        return "crossline audit head\n%d\n%s\n%s\n".formatted(sequence, hash, at).getBytes(StandardCharsets.UTF_8);
    }
}
