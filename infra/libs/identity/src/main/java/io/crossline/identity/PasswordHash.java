package io.crossline.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import io.crossline.contracts.InvalidFieldException;

/**
 * Hashes of passwords: PBKDF2 with HMAC-SHA-256 and 600,000 rounds (RFC 8018; the number is OWASP's of 2023), written as
 * {@code pbkdf2-sha256$ROUNDS$SALT$HASH}.
 */
public final class PasswordHash {

    /** NIST SP 800-63B asks for 8 characters at least; one more site rule would only make passwords worse. */
    public static final int LEAST_LENGTH = 8;

    private static final int MOST_LENGTH = 200;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** @throws InvalidFieldException if the password is too short or too long */
    public static String of(char[] password) {
        if (password.length < LEAST_LENGTH || password.length > MOST_LENGTH) {
            throw new InvalidFieldException("password",
                    "has " + password.length + " characters, expected " + LEAST_LENGTH + " to " + MOST_LENGTH);
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return String.join("$", SCHEME, String.valueOf(ROUNDS), text.encodeToString(salt),
                text.encodeToString(derive(password, salt, ROUNDS)));
    }

    /** Takes the same time for each password of a hash. A text that is not such a hash matches no password. */
    public static boolean matches(char[] password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4 || !parts[0].equals(SCHEME) || password.length == 0 || password.length > MOST_LENGTH) {
            return false;
        }
        try {
            int rounds = Integer.parseInt(parts[1]);
            return rounds > 0 && rounds <= MOST_ROUNDS && MessageDigest.isEqual(Base64.getDecoder().decode(parts[3]),
                    derive(password, Base64.getDecoder().decode(parts[2]), rounds));
        } catch (IllegalArgumentException notAHash) {
            return false;
        }
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
