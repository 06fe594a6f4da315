package io.crossline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.InvalidFieldException;

class TokenTest {

    @TempDir
    static Path folder;

    private static TokenSigner signer;
    private static TokenVerifier services;

    @BeforeAll
    static void key() {
        SiteKey.create(folder);
        signer = new TokenSigner(SiteKey.privateKey(folder.resolve(SiteKey.PRIVATE_FILE)));
        services = verifier(folder, TokenSigner.AUDIENCE);
    }

    /** Given a token of a person, when it is verified, then name and role are his. */
    @Test
    void people() {
        assertThat(services.verify(signer.person("ada", Role.LABELLER, Duration.ofMinutes(5))))
                .hasValueSatisfying(verified -> {
                    assertThat(verified.name()).isEqualTo("ada");
                    assertThat(verified.role()).isEqualTo(Role.LABELLER);
                });
    }

    /** Given a token for the login, when a service verifies it, then it is nobody's, and the other way round. */
    @Test
    void audiences() {
        TokenVerifier login = verifier(folder, TokenSigner.LOGIN_AUDIENCE);
        String link = signer.login("ada", Role.ADMIN, Duration.ofMinutes(5));

        assertThat(login.verify(link)).isPresent();
        assertThat(services.verify(link)).isEmpty();
        assertThat(login.verify(signer.person("ada", Role.ADMIN, Duration.ofMinutes(5)))).isEmpty();
    }

    /** Given expired, changed and unsigned tokens and those of another key, when they are verified, then none is accepted. */
    @Test
    void wrongTokens(@TempDir Path other) {
        SiteKey.create(other);
        String token = signer.person("ada", Role.ADMIN, Duration.ofMinutes(5));
        String[] parts = token.split("\\.");

        assertThat(services.verify(signer.person("ada", Role.ADMIN, Duration.ofMinutes(-1)))).isEmpty();
        assertThat(services.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
        assertThat(services.verify("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(services.verify(parts[0] + "." + parts[1].substring(1) + "." + parts[2])).isEmpty();
        assertThat(verifier(other, TokenSigner.AUDIENCE).verify(token)).isEmpty();
        assertThat(services.verify("x")).isEmpty();
    }

    /** Given a folder with a key, when a key is made again, then tokens of the first one stay valid. */
    @Test
    void keysStay() {
        String token = signer.line("line-b", Duration.ofDays(1));

        SiteKey.create(folder);

        assertThat(verifier(folder, TokenSigner.AUDIENCE).verify(token))
                .hasValueSatisfying(verified -> assertThat(verified.role()).isEqualTo(Role.PRODUCER));
    }

    /** Given a name that is not one of a line, when a token is asked for, then the message says so. */
    @Test
    void lines() {
        assertThatThrownBy(() -> signer.line("a b", Duration.ofDays(1))).isInstanceOf(InvalidFieldException.class);
    }

    /** Given the roles of people, when they are expanded, then each includes those before it. */
    @Test
    void roles() {
        assertThat(Role.OPERATOR.included()).containsExactly(Role.VIEWER, Role.LABELLER, Role.OPERATOR);
        assertThat(Role.PRODUCER.included()).containsExactly(Role.PRODUCER);
        assertThat(Role.of("root")).isEmpty();
    }

    private static TokenVerifier verifier(Path folder, String audience) {
        return new TokenVerifier(SiteKey.publicKey(folder.resolve(SiteKey.PUBLIC_FILE)), audience);
    }
}
