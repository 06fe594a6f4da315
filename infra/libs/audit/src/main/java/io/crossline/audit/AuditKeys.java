package io.crossline.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys that sign heads and verify them: files with one line of Base64, PKCS #8 and X.509. */
public final class AuditKeys {

    static final String ALGORITHM = "Ed25519";

    private AuditKeys() {}

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    /** The content of a key's file. */
    public static byte[] encode(Key key) {
        return (Base64.getEncoder().encodeToString(key.getEncoded()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IOException if the file cannot be read or has no such key */
    public static PrivateKey readPrivate(Path file) throws IOException {
        return read(file, "private", (factory, bytes) -> factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    }

    /** @throws IOException if the file cannot be read or has no such key */
    public static PublicKey readPublic(Path file) throws IOException {
        return read(file, "public", (factory, bytes) -> factory.generatePublic(new X509EncodedKeySpec(bytes)));
    }

    private static <K> K read(Path file, String kind, Reading<K> reading) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        try {
            return reading.of(KeyFactory.getInstance(ALGORITHM), Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("%s is no %s %s key in Base64: %s".formatted(file, kind, ALGORITHM, e.getMessage()),
                    e);
        }
    }

    private interface Reading<K> {
        K of(KeyFactory factory, byte[] bytes) throws GeneralSecurityException;
    }
}
