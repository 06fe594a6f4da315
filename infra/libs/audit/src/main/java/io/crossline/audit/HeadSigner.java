package io.crossline.audit;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

import io.crossline.contracts.AuditHead;

/** Makes heads of the audit, signed where there is a key. */
public final class HeadSigner {

    private final Optional<PrivateKey> key;

    /** @param key an Ed25519 key */
    public HeadSigner(Optional<PrivateKey> key) {
        this.key = key;
    }

    public AuditHead head(long sequence, String hash, Instant at) {
        Instant told = at.truncatedTo(ChronoUnit.MILLIS);
        return new AuditHead(sequence, hash, told,
                key.map(signing -> sign(signing, AuditHead.signed(sequence, hash, told))).orElse(null));
    }

    private static String sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(AuditKeys.ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the audit cannot sign: " + e.getMessage(), e);
        }
    }
}
