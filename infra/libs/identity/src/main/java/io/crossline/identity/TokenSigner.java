package io.crossline.identity;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import io.crossline.contracts.BatchOrigin;

/**
 * Signs the tokens of a site as JSON Web Tokens (RFC 7519, RS256). The services know the public key and need nobody to check
 * them. The claims are those of MicroProfile JWT: {@code upn} is the name, {@code groups} are the roles.
 */
public final class TokenSigner {

    /** Who signs. */
    public static final String ISSUER = "crossline";
    /** Tokens that services accept. */
    public static final String AUDIENCE = "crossline-services";
    /** Tokens that only the dashboard's login accepts. */
    public static final String LOGIN_AUDIENCE = "crossline-login";
    /** Names the one line that a producer's token is for. */
    public static final String LINE_CLAIM = "line";

    private final PrivateKey key;

    public TokenSigner(PrivateKey key) {
        this.key = key;
    }

    /** For a person or a program of the site, who calls services. */
    public String person(String name, Role role, Duration validity) {
        return sign(claims(name, role, validity, AUDIENCE));
    }

    /** For a camera or program of one line. Its name is {@code line:} and the line. */
    public String line(String line, Duration validity) {
        BatchOrigin.requireLineName(line);
        JwtClaims claims = claims("line:" + line, Role.PRODUCER, validity, AUDIENCE);
        claims.setStringClaim(LINE_CLAIM, line);
        return sign(claims);
    }

    /** For a link with which a person signs in once, without a password. */
    public String login(String name, Role role, Duration validity) {
        return sign(claims(name, role, validity, LOGIN_AUDIENCE));
    }

    private static JwtClaims claims(String name, Role role, Duration validity, String audience) {
        Instant now = Instant.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(audience);
        claims.setSubject(name);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", List.of(role.id()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The site's key signs no tokens", e);
        }
    }
}
