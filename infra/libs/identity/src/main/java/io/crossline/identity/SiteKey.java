package io.crossline.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The RSA key with which a site signs its tokens, in two PEM files of a folder: {@code site-key.pem} (PKCS 8, only for who signs)
 * and {@code site-key.pub.pem} (X.509, for all services).
 */
public final class SiteKey {

    public static final String PRIVATE_FILE = "site-key.pem";
    public static final String PUBLIC_FILE = "site-key.pub.pem";

    private static final int BITS = 3072;

    private SiteKey() {}

    /** Makes both files, unless they are there already. */
    public static void create(Path folder) {
        try {
            if (Files.exists(folder.resolve(PRIVATE_FILE)) && Files.exists(folder.resolve(PUBLIC_FILE))) {
                return;
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            PrivateFile.write(folder.resolve(PRIVATE_FILE), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFile.write(folder.resolve(PUBLIC_FILE), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException("The site's key cannot be written to " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    /** @throws IllegalArgumentException if the file has no private RSA key */
    public static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " has no private RSA key in PKCS 8 form", e);
        }
    }

    /** @throws IllegalArgumentException if the file has no public RSA key */
    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " has no public RSA key in X.509 form", e);
        }
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END " + kind + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be read from " + file, e);
        }
    }
}
