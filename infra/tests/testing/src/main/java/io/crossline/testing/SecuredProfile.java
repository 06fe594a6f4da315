package io.crossline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.crossline.identity.Role;
import io.crossline.identity.SiteKey;
import io.crossline.identity.TokenSigner;
import io.quarkus.test.junit.QuarkusTestProfile;

/** A service that wants to know its callers, as in production: {@code @TestProfile(SecuredProfile.class)}. */
public class SecuredProfile implements QuarkusTestProfile {

    private static final Path FOLDER = folder();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("crossline.security.enabled", "true", "crossline.security.key",
                FOLDER.resolve(SiteKey.PUBLIC_FILE).toString(), "crossline.security.revoked",
                revoked().toString());
    }

    /** The file of revoked tokens. */
    public static Path revoked() {
        return FOLDER.resolve("revoked-tokens");
    }

    /** A folder with the site's key. */
    public static Path site() {
        return FOLDER;
    }

    public static String token(String name, Role role) {
        return signer().person(name, role, Duration.ofMinutes(10));
    }

    public static String lineToken(String line) {
        return signer().line(line, Duration.ofMinutes(10));
    }

    private static TokenSigner signer() {
        return new TokenSigner(SiteKey.privateKey(FOLDER.resolve(SiteKey.PRIVATE_FILE)));
    }

    /** The tests and the service under test load this class each for itself: both find the one folder by a system property. */
    private static Path folder() {
        String property = "crossline.test.site";
        if (System.getProperty(property) == null) {
            try {
                System.setProperty(property, Files.createTempDirectory("crossline-site-").toString());
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary directory for the site's key", e);
            }
        }
        Path folder = Path.of(System.getProperty(property));
        SiteKey.create(folder);
        return folder;
    }
}
